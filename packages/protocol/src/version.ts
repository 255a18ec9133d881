import { z } from 'zod';

/** Grows with every change; sent along with a change, it keeps that from overwriting somebody else's. */
export const version = z
  .int()
  .min(1)
  .meta({ description: 'Grows with every change.', examples: [1] });
