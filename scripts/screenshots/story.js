/**
 * A week at Third Shelf, the studio of the demo site, up to a quarter past eleven on the Saturday of an unloading. Times
 * are of the studio's clock.
 *
 * A line is [when, who, what]. Who is `visitor`, the name of an agent, or that name with ` (note)`. A note can name agents: with
 * `@` and all of the name.
 */
export const NOW = '2026-11-14T11:24';
export const TIME_ZONE = 'Europe/London';

/** Where the studio's pages are, in the story. */
export const HOME = 'https://thirdshelf.example';

export const agents = {
  Wren: { name: 'Wren Castle', email: 'wren@thirdshelf.example' },
  Tom: { name: 'Tom Adeyemi', email: 'tom@thirdshelf.example' },
};

/** The visitor whose chat is shown. */
export const GUEST = 'Mira Lindqvist';

/** With `unread`, nobody has opened it yet since the visitor's last words. */
export const conversations = [
  {
    visitor: { name: GUEST, email: 'mira@lindqvist.example', locale: 'sv-SE', page: '/' },
    assignee: 'Wren',
    lines: [
      ['2026-11-14T11:06', 'visitor', 'Hello! Is the rust teapot still there?'],
      ['2026-11-14T11:06', 'visitor', 'My sister broke ours on Sunday and says it was the cat.'],
      ['2026-11-14T11:08', 'Wren', 'It is, I am looking at it. Bisque says it is never the cat.'],
      ['2026-11-14T11:08', 'Wren', 'Shall I put it aside for you?'],
      ['2026-11-14T11:12', 'visitor', 'Yes please! Can you post it to Gothenburg? It is for the 27th.'],
      ['2026-11-14T11:13', 'Tom (note)', 'The double box from the Leeds order is free, under the glaze table.'],
      ['2026-11-14T11:15', 'Wren', 'We can. It leaves on Monday, takes **four to six days**, and costs £14, insured.'],
      ['2026-11-14T11:20', 'visitor', 'Then a bud vase as well, from her, as an apology.'],
      ['2026-11-14T11:22', 'Wren', 'I like her. £125 in all: [pay here](https://thirdshelf.example/pay)'],
      ['2026-11-14T11:23', 'visitor', 'Paid. Thank you, Wren!'],
    ],
  },
  {
    visitor: { name: 'Jonah Petrov', email: 'jonah.petrov@post.example', locale: 'en-GB', page: '/visit.html' },
    unread: true,
    lines: [
      ['2026-11-14T11:18', 'visitor', 'Hi, are there two places left on Thursday evening, at the wheel?'],
      ['2026-11-14T11:19', 'visitor', 'One of us is left-handed, if that matters.'],
    ],
  },
  {
    visitor: { locale: 'en-GB', page: '/' },
    unread: true,
    lines: [['2026-11-14T10:57', 'visitor', 'Can the kelp plate go in the microwave?']],
  },
  {
    visitor: { name: 'Adaeze Okafor', email: 'adaeze@okafor.example', locale: 'en-GB', page: '/visit.html' },
    assignee: 'Wren',
    lines: [
      ['2026-11-14T10:20', 'visitor', 'We are marrying in April and would love plates from you. Forty, is that mad?'],
      ['2026-11-14T10:31', 'Wren', 'Not mad at all. Forty is three firings, so we would begin in January.'],
      ['2026-11-14T10:33', 'Wren', 'Come and hold one first? I will keep four glazes here for you.'],
      ['2026-11-14T10:40', 'visitor', 'Next Saturday, then. He will want all four.'],
      ['2026-11-14T10:41', 'Wren', 'They all do. See you at ten.'],
    ],
  },
  {
    visitor: { name: 'Theo Brandt', email: 'theo@brandt.example', locale: 'de-DE', page: '/visit.html' },
    assignee: 'Tom',
    lines: [
      ['2026-11-13T16:05', 'visitor', 'Half a shelf in the next firing, is it still free? Eleven cups, bone dry.'],
      ['2026-11-13T16:20', 'Tom', 'Yours. Bring them until Wednesday at five, and tell me which clay it is.'],
      ['2026-11-13T16:24', 'visitor', 'Stoneware, the grey one from Höhr. See you on Wednesday!'],
      ['2026-11-14T10:12', 'Tom (note)', '@Wren Castle is there room for eleven, or shall I ask Ines?'],
    ],
  },
  {
    visitor: { name: 'Priya Raman', email: 'priya.raman@mail.example', locale: 'en-GB', page: '/' },
    assignee: 'Wren',
    lines: [
      ['2026-11-12T18:44', 'visitor', 'I dropped a Harbour mug. Can you match it? It has five waves.'],
      ['2026-11-13T09:12', 'Wren', 'Five waves is from spring. I will throw you its twin, at half the price.'],
    ],
  },
  {
    visitor: { name: 'Lucas Meyer', locale: 'fr-FR', page: '/visit.html' },
    closed: '2026-11-12T12:31',
    lines: [
      ['2026-11-12T12:02', 'visitor', 'Is there somewhere to park a bicycle with a trailer?'],
      ['2026-11-12T12:10', 'Wren', 'In the yard, behind the blue door. Ring, and we open the gate.'],
      ['2026-11-12T12:29', 'visitor', 'Found it. Thank you!'],
    ],
  },
  {
    visitor: { name: 'Grace Bell', email: 'grace.bell@mail.example', locale: 'en-GB', page: '/' },
    closed: '2026-11-10T15:02',
    lines: [
      ['2026-11-10T14:40', 'visitor', 'Do the oil bottles come with the cork?'],
      ['2026-11-10T14:48', 'Wren', 'They do, and a spare one.'],
    ],
  },
];

/** The one at the long table whose screen is shown. */
export const SITTER = 'Kit';

/** A line at the long table is [when, who, what]; who is an agent or somebody who takes a seat with the first line. */
export const table = [
  ['2026-11-14T11:01', 'Hester', 'Who is at the unloading? I can hear the kettle from Leeds.'],
  ['2026-11-14T11:02', 'Kofi', 'Third in the queue. The kiln door is open by a hand. Nobody may look.'],
  ['2026-11-14T11:02', 'Kofi', 'I looked.'],
  ['2026-11-14T11:03', 'Dalia', 'And???'],
  ['2026-11-14T11:04', 'Kofi', 'Blue. So much blue. And a teapot in the colour of a wet fox.'],
  ['2026-11-14T11:07', 'Noor', 'My handles cracked again. All six, right where they meet the rim.'],
  ['2026-11-14T11:08', 'Hester', 'Joined too dry. Score them, slip them, and keep the joint under plastic overnight.'],
  ['2026-11-14T11:09', 'Kofi', 'What Hester says. And pull them *thicker* than you think is pretty.'],
  ['2026-11-14T11:11', 'Noor', 'So it is me and not the clay.'],
  ['2026-11-14T11:12', 'Wren', 'It is never the clay. Bring one on Thursday, Ines will show you at the wheel.'],
  ['2026-11-14T11:13', 'Noor', 'Then I bring biscuits.'],
  ['2026-11-14T11:16', SITTER, 'New at the table. What is everyone drinking from?'],
  ['2026-11-14T11:17', 'Dalia', 'A Harbour mug with a chip in the shape of Portugal.'],
  ['2026-11-14T11:18', 'Hester', 'A jam jar. I sell all my mugs. Do not tell the mugs.'],
  ['2026-11-14T11:20', 'Kofi', 'First shelf is out! One bowl stuck, everything else perfect.'],
  ['2026-11-14T11:21', 'Dalia', 'Somebody buy that fox before I get on a train.'],
  ['2026-11-14T11:23', SITTER, 'I will take the one that stuck. It clearly knows what it wants.'],
];
