/** `{{visitor.name}}`: of whom, and what. */
const VARIABLE = /\{\{\s*((?:visitor|agent|site)\.[A-Za-z0-9](?:[\w. -]{0,38}[\w.])?)\s*\}\}/g;

/** The text of a canned reply with what is known put in; a variable without a value stays where it is, to be filled in. */
export function fillIn(text: string, known: (variable: string) => string | undefined): string {
  return text.replace(
    VARIABLE,
    (hole, name: string) =>
      known(name)
        ?.replace(/\{{2,}|\}{2,}/g, '')
        .trim() || hole,
  );
}

/** A variable that still waits for its value, and where it stands in the text. */
export interface Hole {
  name: string;
  start: number;
  end: number;
}

export function firstHole(text: string): Hole | undefined {
  const [match] = text.matchAll(VARIABLE);
  return match && { name: match[1] as string, start: match.index, end: match.index + match[0].length };
}
