/** Writes dist/tokens.css, the token sheet for plain HTML pages, from the one in src/tokens.ts. */
import { writeFile } from 'node:fs/promises';
import { tokenSheet } from '../dist/tokens.js';

await writeFile(new URL('../dist/tokens.css', import.meta.url), tokenSheet(':root'));
