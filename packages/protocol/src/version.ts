import { z } from 'zod';

/** Grows with every change; sent along with a change, it keeps that from overwriting somebody else's. */
export const version = z
  .int()
  .min(1)
  .meta({ description: 'Grows with every change.', examples: [1] });

/** What the one who changes something has seen of it. */
export const seen = version.optional().meta({
  description: 'The `version` that the change is made to: refused with `outdated` when there is a later one.',
  examples: [1],
});
