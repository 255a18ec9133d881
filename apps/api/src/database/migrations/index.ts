import { First1764000000000 } from './1764000000000-first.js';
import { InstanceName1764000000001 } from './1764000000001-instance-name.js';
import { Search1764000000002 } from './1764000000002-search.js';
import { Attachments1764000000010 } from './1764000000010-attachments.js';
import { Identity1764000000020 } from './1764000000020-identity.js';
import { Rooms1764000000040 } from './1764000000040-rooms.js';
import { Teams1764000000100 } from './1764000000100-teams.js';
import { Accounts1764000000110 } from './1764000000110-accounts.js';
import { Tokens1764000000120 } from './1764000000120-tokens.js';
import { Queue1764000000200 } from './1764000000200-queue.js';
import { Turns1764000000210 } from './1764000000210-turns.js';
import { Mentions1764000000300 } from './1764000000300-mentions.js';
import { CannedReplies1764000000310 } from './1764000000310-canned-replies.js';
import { Tags1764000000320 } from './1764000000320-tags.js';
import { VisitorFacts1764000000330 } from './1764000000330-visitor-facts.js';
import { SearchIds1764000000340 } from './1764000000340-search-ids.js';
import { Mentioned1764000000400 } from './1764000000400-mentioned.js';
import { WordsWaiting1764000000410 } from './1764000000410-words-waiting.js';

/** All migrations, oldest first. */
export const migrations = [
  First1764000000000,
  InstanceName1764000000001,
  Search1764000000002,
  Attachments1764000000010,
  Identity1764000000020,
  Rooms1764000000040,
  Teams1764000000100,
  Accounts1764000000110,
  Tokens1764000000120,
  Queue1764000000200,
  Turns1764000000210,
  Mentions1764000000300,
  CannedReplies1764000000310,
  Tags1764000000320,
  VisitorFacts1764000000330,
  SearchIds1764000000340,
  Mentioned1764000000400,
  WordsWaiting1764000000410,
];
