import { z } from 'zod';
import { id, siteKey } from './primitives.js';

/** The parameters of paths that lead to one of these. */
export const siteParams = z.strictObject({ site: siteKey });
export const visitorParams = z.strictObject({ visitor: id });
export const conversationParams = z.strictObject({ conversation: id });
export const messageParams = z.strictObject({ conversation: id, message: id });
