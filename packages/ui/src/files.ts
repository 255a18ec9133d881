/** What takes files in, apart from the rest so that it can be fetched when it is used. */
export { FileDrag } from './file-drag.js';
export { defineUploadTray, uploadTray } from './upload-tray.js';
export { Uploads } from './uploads.js';
