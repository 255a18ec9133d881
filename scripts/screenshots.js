import { fileURLToPath } from 'node:url';
import { prepare } from './start/prepare.js';

/** `npm run screenshots`: installs and builds what is missing, then takes the pictures of docs/screenshots anew. */
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await prepare();
const { takePictures } = await import('./screenshots/pictures.js');
await takePictures();
