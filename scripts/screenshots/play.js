import { agents, conversations, GUEST, NOW, SITTER, TIME_ZONE, table } from './story.js';

/**
 * Lives the story through the API, line by line in the order of time.
 *
 * Returns who takes part in the pictures, and the conversation that they show.
 */
export async function play(studio) {
  const [{ lines }] = conversations;
  await studio.setTime(instant('2026-11-10T09:00'));
  const staff = await hire(studio);
  const visitors = new Map();
  const rooms = new Map();
  const acts = [
    ...conversations.flatMap((conversation) => actsOf(studio, staff, visitors, conversation)),
    ...table.map(([at, who, text]) => [at, () => sayAtTable(studio, staff, rooms, who, text)]),
  ];
  // Lines of the same minute stay in the order in which they are written: sort() is stable.
  for (const [at, act] of acts.sort(([one], [other]) => one.localeCompare(other))) {
    await studio.setTime(instant(at));
    await act();
  }
  await studio.setTime(instant(NOW));
  const guest = visitors.get(GUEST);
  await studio.read(guest, guest.conversation, lines.length);
  for (const { person, conversation } of rooms.values()) await studio.read(person, conversation, table.length);
  return { agent: staff.Wren, guest, sitter: rooms.get(SITTER).person };
}

/** A time of the studio's clock in ISO 8601 with its offset; London has none in November. */
export function instant(time) {
  const zone = new Intl.DateTimeFormat('en', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' });
  const offset = zone
    .formatToParts(new Date(`${time}Z`))
    .find(({ type }) => type === 'timeZoneName')
    .value.slice(3);
  return `${time}:00${offset || 'Z'}`;
}

async function hire(studio) {
  const admin = await studio.signIn(agents.Wren);
  await studio.call('PATCH', `/agents/${admin.id}`, { name: agents.Wren.name }, admin.token);
  await studio.addAgent(agents.Tom, admin);
  return { Wren: admin, Tom: await studio.signIn(agents.Tom) };
}

/** What happens in a conversation: its lines, who has read them, and its end. */
function actsOf(studio, staff, visitors, { visitor: profile, assignee, unread, closed, lines }) {
  let visitor;
  let id;
  const acts = lines.map(([at, who, text], index) => [
    at,
    async () => {
      if (id === undefined) {
        visitor = await studio.welcome(profile);
        ({ id } = await studio.start(visitor, text));
        visitors.set(profile.name, { ...visitor, conversation: id });
        if (assignee) await studio.change(staff.Wren, id, { assigneeId: staff[assignee].id });
      } else if (who === 'visitor') {
        await studio.say(visitor, id, text);
      } else {
        const [name, note] = who.split(' ');
        const named = Object.keys(staff).filter((agent) => text.includes(`@${agents[agent].name}`));
        const mentions = named.map((agent) => staff[agent].id);
        await studio.say(staff[name], id, text, note && 'agents', mentions);
        await studio.read(visitor, id, index + 1);
        // Whoever is named has not seen it yet.
        if (mentions.length > 0) return;
      }
      if (!unread) await studio.read(staff.Wren, id, index + 1);
    },
  ]);
  if (closed) acts.push([closed, () => studio.change(staff.Wren, id, { status: 'closed' })]);
  return acts;
}

async function sayAtTable(studio, staff, rooms, name, text) {
  if (!rooms.has(name)) {
    const person = staff[name] ?? (await studio.welcome({ name, locale: 'en-GB', page: '/community.html' }));
    const conversation = staff[name] ? [...rooms.values()][0].conversation : (await studio.join(person, 'lobby')).id;
    rooms.set(name, { person, conversation });
  }
  const { person, conversation } = rooms.get(name);
  await studio.say(person, conversation, text);
}
