/** What keeps a client up to date, apart from the rest: who has not spoken yet does not need it. */
export { connect } from './connection.js';
export { poll } from './long-poll.js';
export { shareConnection } from './tabs.js';
