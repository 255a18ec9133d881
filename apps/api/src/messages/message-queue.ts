import { Injectable } from '@nestjs/common';
import { GroupCommit } from '../database/group-commit.js';
import { messageQueue } from '../operations/metrics.js';
import { Log } from '../realtime/log.js';
import { type Posting, type Written, writeMessages } from './message-writer.js';

/** Where every message of this process waits for the transaction that stores it. */
@Injectable()
export class MessageQueue extends GroupCommit<Posting, Written> {
  constructor(log: Log) {
    super((postings) => log.write((transaction) => writeMessages(transaction, postings)));
    messageQueue.collectFrom(() => this.waitingCount);
  }
}
