import { Injectable } from '@nestjs/common';
import type { Receipt } from '@porchlight/protocol';
import { GroupCommit } from '../database/group-commit.js';
import { receiptQueue } from '../operations/metrics.js';
import { Log } from '../realtime/log.js';
import { type Mark, moveReceipts } from './receipt-writer.js';

/** Where every receipt of this process waits for its transaction: each reader of a message brings one. */
@Injectable()
export class ReceiptQueue extends GroupCommit<Mark, Receipt> {
  constructor(log: Log) {
    super((marks) => log.write((transaction) => moveReceipts(transaction, marks)));
    receiptQueue.collectFrom(() => this.waitingCount);
  }
}
