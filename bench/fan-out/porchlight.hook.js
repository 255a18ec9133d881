import { LogTail } from '../../apps/api/dist/realtime/tail.js';
import { answer } from '../support/answers.js';
import { onPublish } from '../support/published.js';

/**
 * Loaded into the API: the benchmark's events come out of its log tail as if they had been read from the log. What is
 * measured is everything after that.
 */
const { onApplicationBootstrap } = LogTail.prototype;
let conversationId;

answer({
  publishIn(room) {
    conversationId = room;
  },
});

LogTail.prototype.onApplicationBootstrap = async function () {
  await onApplicationBootstrap.call(this);
  onPublish(({ type, position, data }) =>
    this.entries.next({
      ...{ position, at: new Date(), type, scope: 'room', conversationId, visitorId: null },
      ...{ data: JSON.stringify(data), visitorData: null },
    }),
  );
};
