import type { Agent } from '@porchlight/protocol';

/** Who is named in a note as `@Name`, longest names first: `@Ann Lee` is not `@Ann`. */
export function namedIn<One extends Pick<Agent, 'id' | 'name'>>(text: string, agents: readonly One[]): One[] {
  let rest = text.toLowerCase();
  const named: One[] = [];
  for (const agent of [...agents].sort((a, b) => b.name.length - a.name.length)) {
    const mark = `@${agent.name.toLowerCase()}`;
    const parts = rest.split(mark);
    const places = parts.slice(1).filter((after, index) => isEdge(parts[index]?.at(-1)) && isEdge(after[0]));
    if (places.length === 0) continue;
    named.push(agent);
    // Agents of the same name are both meant.
    if (!agents.some((other) => other !== agent && !named.includes(other) && other.name === agent.name)) {
      rest = parts.join(' ');
    }
  }
  return named;
}

const isEdge = (character: string | undefined) => character === undefined || !/[\p{L}\p{N}_]/u.test(character);
