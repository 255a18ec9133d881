/** What only a room needs, in one chunk: its names and its members. */
export { MemberList } from './member-list.js';
export { NameForm } from './name-form.js';
