/** Somebody whose last connection closes counts as connected for this long: a reload is no absence. In milliseconds. */
const GRACE_MS = 5_000;

/** Who is connected to this process, however many connections each has. */
export class ConnectionCount {
  private readonly connections = new Map<string, number>();

  /** `changed` is called when somebody came, and when somebody has left. */
  constructor(private readonly changed: () => void) {}

  get ids(): string[] {
    return [...this.connections.keys()];
  }

  enter(id: string): void {
    const before = this.connections.get(id) ?? 0;
    this.connections.set(id, before + 1);
    if (before === 0) this.changed();
  }

  leave(id: string): void {
    setTimeout(() => this.takeBack(id), GRACE_MS).unref();
  }

  clear(): void {
    this.connections.clear();
  }

  private takeBack(id: string): void {
    const left = (this.connections.get(id) ?? 0) - 1;
    if (left > 0) this.connections.set(id, left);
    else if (this.connections.delete(id)) this.changed();
  }
}
