import type { Message } from '@porchlight/protocol';
import type { Acknowledged, Evidence, FinalView } from './evidence.js';

/** What must not be: each list is empty after a good run. */
export interface Verdict {
  lost: string[];
  doubled: string[];
  reordered: string[];
  leaked: string[];
  /** Messages that were acknowledged in a life of the database that a restore has undone: gone, rightly. */
  undone: number;
}

/** Compares what was acknowledged, what is stored and what each participant saw. */
export function check(evidence: Evidence): Verdict {
  const { typed, stored, views, sightings, undone } = evidence;
  const verdict: Verdict = { lost: [], doubled: [], reordered: [], leaked: [...evidence.leaks], undone: 0 };
  const isUndone = ({ createdAt }: { createdAt: string }) => {
    const at = Date.parse(createdAt);
    return undone.some(({ from, to }) => at >= from && at <= to);
  };
  const copies = groupBy([...stored.values()].flat(), ({ text }) => text);
  const acknowledgements = groupBy(evidence.acknowledged, ({ text }) => text);

  for (const { text } of typed) {
    const acknowledged = acknowledgements.get(text) ?? [];
    const found = copies.get(text) ?? [];
    if (found.length > 1) verdict.doubled.push(`stored ${found.length} times: ${text}`);
    if (found.length > 0)
      judgeAnswers(
        verdict,
        text,
        found,
        acknowledged.filter((answer) => !isUndone(answer)),
      );
    else if (acknowledged.length > 0 && acknowledged.every(isUndone)) verdict.undone++;
    else verdict.lost.push(`${acknowledged.length > 0 ? 'acknowledged' : 'typed'} and not stored: ${text}`);
  }
  judgeOrigin(verdict, evidence, copies);
  judgeOrder(verdict, evidence);
  for (const view of views) judgeView(verdict, view, stored.get(view.conversation) ?? []);
  for (const { kind, messages, reader } of sightings) {
    if (messages.some(isUndone)) continue;
    const what = messages.map(({ seq, text }) => `${seq} ${text}`).join(' and ');
    verdict[kind === 'vanished' ? 'lost' : kind].push(`${reader} saw it ${kind} on the way: ${what}`);
  }
  return verdict;
}

/** Whether nothing is wrong. */
export function isGood({ lost, doubled, reordered, leaked }: Verdict): boolean {
  return lost.length + doubled.length + reordered.length + leaked.length === 0;
}

/** Every yes to a message names the one that is stored (MS1, MS2). */
function judgeAnswers(
  verdict: Verdict,
  text: string,
  stored: readonly Message[],
  acknowledged: readonly Acknowledged[],
): void {
  const ids = new Set(acknowledged.flatMap(({ id }) => id ?? []));
  if (ids.size > 1) verdict.doubled.push(`acknowledged as ${ids.size} messages: ${text}`);
  for (const id of ids) {
    if (!stored.some((message) => message.id === id))
      verdict.lost.push(`acknowledged as ${id} and not stored: ${text}`);
  }
}

/** Nothing is stored that nobody typed, or under another name. */
function judgeOrigin(verdict: Verdict, { typed }: Evidence, copies: ReadonlyMap<string, readonly Message[]>): void {
  const authors = new Map(typed.map(({ text, author }) => [text, author]));
  for (const [text, messages] of copies) {
    const author = authors.get(text);
    if (author === undefined) verdict.doubled.push(`stored and never typed: ${text}`);
    else if (messages.some((message) => message.author.id !== author)) {
      verdict.leaked.push(`stored under another author: ${text}`);
    }
  }
}

/** `seq` counts without a hole, and what an author typed is in the order typed. */
function judgeOrder(verdict: Verdict, { typed, stored }: Evidence): void {
  const turn = new Map(typed.map(({ text }, index) => [text, index]));
  for (const [conversation, messages] of stored) {
    const last = new Map<string, number>();
    for (const [index, { seq, text, author }] of messages.entries()) {
      if (seq !== index + 1) verdict.lost.push(`${conversation} has ${seq} at place ${index + 1}`);
      const place = turn.get(text);
      if (place === undefined) continue;
      const latest = last.get(author.id) ?? 0;
      if (place < latest) verdict.reordered.push(`stored after what was typed later: ${text}`);
      last.set(author.id, Math.max(place, latest));
    }
  }
}

/** What a reader has at the end is what is stored, as far as the reader may see it. */
function judgeView(verdict: Verdict, view: FinalView, stored: readonly Message[]): void {
  const { reader, kind, messages } = view;
  const mine = (message: Message) => kind === 'agent' || message.audience === 'everyone';
  const wanted = stored.filter(mine);
  const shown = new Map<string, Message>();
  for (const message of messages) {
    if (shown.has(message.id)) verdict.doubled.push(`${reader} has twice: ${message.text}`);
    if (!mine(message)) verdict.leaked.push(`${reader} has a note: ${message.text}`);
    shown.set(message.id, message);
  }
  for (const { id, text, seq } of wanted) {
    const message = shown.get(id);
    if (!message) verdict.lost.push(`${reader} does not have ${seq}: ${text}`);
    else if (message.text !== text) verdict.lost.push(`${reader} has other words for ${seq}: ${text}`);
  }
  const known = new Set(stored.map(({ id }) => id));
  for (const { id, text } of shown.values()) {
    if (!known.has(id)) verdict.doubled.push(`${reader} has what is not stored: ${text}`);
  }
  const place = new Map(wanted.map(({ id }, index) => [id, index]));
  let latest = 0;
  for (const { id, text } of messages) {
    const here = place.get(id) ?? latest;
    if (here < latest) verdict.reordered.push(`${reader} has it after what comes later: ${text}`);
    latest = Math.max(here, latest);
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
