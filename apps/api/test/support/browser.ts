export { launchBrowser } from '../../../../scripts/browser.js';
