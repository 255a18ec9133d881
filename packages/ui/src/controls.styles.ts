import { buttons } from './buttons.styles.js';
import { fields } from './fields.styles.js';

/** Buttons and fields together. */
export const controls = [buttons, fields];
