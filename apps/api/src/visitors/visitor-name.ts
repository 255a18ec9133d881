/** What a visitor is called: the name it chose, else one that tells it from the others without knowing anything of it. */
export function visitorName({ id, name }: { id: string; name: string | null }): string {
  return name ?? `Visitor ${id.slice(-4).toUpperCase()}`;
}
