export { wholeLife as default } from '../../jest.base.js';
