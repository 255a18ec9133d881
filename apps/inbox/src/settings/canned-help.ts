import { fillIn } from '../canned-variables.js';

/** What a text can be given to fill in, and what it would be for a visitor that we make up. */
export const cannedVariables = [
  { name: 'visitor.name', label: 'Visitor’s name', example: 'Mira' },
  { name: 'visitor.email', label: 'Visitor’s email', example: 'mira@example.com' },
  { name: 'agent.name', label: 'Your name', example: 'Jo' },
  { name: 'site.name', label: 'Name of the site', example: 'Acme Ceramics' },
] as const;

/** Filled in as well, and too rare to offer. */
const MORE = new Set(['agent.email', 'site.key']);

/** The text as it may look once it is put into an answer; `agent` and `site` are the real ones, where there are any. */
export function exampleOf(text: string, { agent, site }: { agent: string; site?: string | undefined }): string {
  const known = new Map<string, string>(cannedVariables.map(({ name, example }) => [name, example]));
  known.set('agent.name', agent);
  if (site) known.set('site.name', site);
  return fillIn(text, (name) => known.get(name));
}

/** What stands in double braces in a text and is never filled in, each once: a slip, most likely. */
export function unknownVariables(text: string): string[] {
  const braced = [...text.matchAll(/\{\{[^{}]{0,80}\}\}/g)].map(([whole]) => whole);
  return [...new Set(braced)].filter((whole) => {
    let isKnown = false;
    fillIn(whole, (name) => {
      isKnown = name.startsWith('visitor.') || MORE.has(name) || cannedVariables.some((each) => each.name === name);
      return undefined;
    });
    return !isKnown;
  });
}
