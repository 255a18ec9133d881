import { setTimeout as sleep } from 'node:timers/promises';
import type { Tampering } from '../proxy/tampering.js';
import type { Random } from '../random.js';
import { mulberry32, seedFrom } from '../random.js';
import type { World } from '../world/world.js';
import { ADMIN } from '../world/world.js';
import { Admin } from './admin.js';
import type { ParticipantOptions, Place } from './participant.js';
import { Participant } from './participant.js';

export interface CastOptions {
  visitors: number;
  agents: number;
  /** Of the rooms. */
  members: number;
  /** How many rooms there are, and how many conversations each visitor has. */
  breadth: number;
  tampering?: Tampering;
}

/** All who talk in a run, on a site of their own. */
export interface Cast {
  admin: Admin;
  participants: Participant[];
  /** Who reads which conversations. */
  readings: { participant: Participant; conversation: string }[];
  conversations: string[];
}

/** Signs everybody in and begins all conversations, in peace. */
export async function assemble(world: World, random: Random, options: CastOptions): Promise<Cast> {
  const upstreams = world.processes.map(({ port }) => port);
  const admin = new Admin(world.processes[0]?.url ?? '');
  await admin.signIn(ADMIN.email, ADMIN.password);
  const site = `chaos-${seedFrom(random).toString(36)}`;
  const rooms = Array.from({ length: options.breadth }, (_, index) => `room-${index + 1}`);
  const named = rooms.map((key) => ({ key, name: key }));
  await admin.call('createSite', {}, { key: site, name: site, origins: ['*'], hue: 20, rooms: named });

  const several = (count: number, who: (number: number) => Pick<ParticipantOptions, 'name' | 'kind' | 'audiences'>) => {
    const { tampering } = options;
    const open = (_: unknown, index: number) =>
      Participant.open({ ...who(index + 1), site, upstreams, random: mulberry32(seedFrom(random)), tampering });
    return Promise.all(Array.from({ length: count }, open));
  };
  const visitors = await several(options.visitors, (number) => {
    const name = `visitor-${number}`;
    return { name, kind: 'visitor', audiences: [name] };
  });
  const members = await several(options.members, (number) => {
    return { name: `member-${number}`, kind: 'visitor', audiences: rooms };
  });
  const agents = await several(options.agents, (number) => ({ name: `agent-${number}`, kind: 'agent' }));

  await Promise.all(visitors.map((visitor) => begin(visitor, options.breadth)));
  // One after the other: who joins later has what was said before as history.
  for (const member of members) await join(member, rooms);
  const supports = visitors.flatMap(({ places }) => places);
  const joined = members[0]?.places ?? [];
  for (const agent of agents) await employ(agent, site, admin, supports, joined);

  const participants = [...visitors, ...members, ...agents];
  return {
    admin,
    participants,
    conversations: [...supports, ...joined].map(({ key }) => key),
    readings: participants.flatMap((participant) =>
      [...new Set(participant.places.map(({ key }) => key))].map((conversation) => ({ participant, conversation })),
    ),
  };
}

/** A visitor starts conversations. */
async function begin(visitor: Participant, count: number): Promise<void> {
  const { client, name } = visitor;
  for (let number = 1; number <= count; number++) {
    const draft = client.startConversation(visitor.compose(name));
    while (!client.store.get().aliases.has(draft)) await sleep(20);
    const key = client.store.get().aliases.get(draft) ?? draft;
    await client.openConversation(key);
    visitor.places.push({ key, audience: name });
  }
}

async function join(member: Participant, rooms: readonly string[]): Promise<void> {
  await member.client.start({ name: member.name });
  for (const audience of rooms) member.places.push({ key: await member.client.joinRoom(audience), audience });
}

/** An agent signs in, opens everything, and may answer everywhere; in conversations of visitors also with notes. */
async function employ(
  agent: Participant,
  site: string,
  admin: Admin,
  supports: readonly Place[],
  rooms: readonly Place[],
): Promise<void> {
  const account = { email: `${agent.name}@${site}.example`, password: ADMIN.password };
  await admin.call('createAgent', {}, { ...account, name: agent.name, role: 'agent' });
  await agent.client.login(account.email, account.password);
  const places = [...supports, ...rooms];
  for (const { key } of places) await agent.client.openConversation(key);
  const notes = supports.map(({ key }) => ({ key, audience: 'agents', note: true }));
  // Answers outnumber notes.
  agent.places = [...places, ...places, ...places, ...notes];
}
