import type { ReactiveControllerHost } from 'lit';
import { isOutdated } from './section.js';

/** What the API's lists hold: a change names the version that it was made of, and is refused if there is another by now. */
interface Row {
  id: string;
  version: number;
}

/**
 * The editing of one row of a list, or of a new one, while others may change it too. What is typed stays until it is saved or
 * left, whatever the list becomes; a save that crosses somebody else's is refused, and the next one goes to the version that
 * has been shown beside ours.
 */
export class RowEditor<R extends Row, Draft> {
  /** As it was when editing it began; absent for a new one. */
  row: R | undefined;
  /** What is typed, while something is. */
  draft: Draft | undefined;
  /** Whether somebody else had changed it when it was to be saved. */
  crossed = false;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Whether it is a new row that is typed. */
  get adding(): boolean {
    return this.draft !== undefined && this.row === undefined;
  }

  /** What is typed about that row, if anything is. */
  draftOf(row: R): Draft | undefined {
    return row.id === this.row?.id ? this.draft : undefined;
  }

  /** Whether somebody else has removed what is being edited, by the list as it is now. */
  isGone(rows: readonly R[]): boolean {
    return this.row !== undefined && !rows.some(({ id }) => id === this.row?.id);
  }

  begin(row: R | undefined, draft: Draft): void {
    this.row = row;
    this.draft = draft;
    this.crossed = false;
    this.host.requestUpdate();
  }

  type(part: Partial<Draft>): void {
    if (this.draft) this.draft = { ...this.draft, ...part };
    this.host.requestUpdate();
  }

  end(): void {
    this.row = this.draft = undefined;
    this.crossed = false;
    this.host.requestUpdate();
  }

  /**
   * Writes what is typed by `write`, to the version that was shown: the one from the beginning, or the one beside ours.
   *
   * @param now the row as the list has it; absent for a new one
   * @throws what `write` throws
   */
  async save(now: R | undefined, write: (version: number | undefined) => Promise<unknown>): Promise<void> {
    const version = (this.crossed ? now : this.row)?.version;
    this.crossed = false;
    try {
      await write(version);
    } catch (error) {
      this.crossed = isOutdated(error);
      throw error;
    } finally {
      this.host.requestUpdate();
    }
  }
}
