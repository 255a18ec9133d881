import { SetMetadata } from '@nestjs/common';
import type { Caller } from '@porchlight/protocol';

/** Under this key a handler's metadata says who may call it. */
export const ALLOW = 'allow';

/** Says who may call a handler or all handlers of a controller. Without it the guard lets nobody in. */
export const Allow = (...who: Caller[]) => SetMetadata(ALLOW, who);

/** Under this key a handler's metadata says that it is there for blocked visitors too. */
export const OPEN_TO_BLOCKED = 'open-to-blocked';

/** Lets also visitors in whom an agent has blocked: they keep what they have said, and can take it away. */
export const OpenToBlocked = () => SetMetadata(OPEN_TO_BLOCKED, true);
