import { Controller, Put } from '@nestjs/common';
import type { ParsedBody, Receipt } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { BodyOf, ParamsOf } from '../http/contract.decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { ReceiptQueue } from './receipt-queue.js';

@Controller('v1/conversations/:conversation/receipt')
export class ReceiptsController {
  constructor(
    private readonly receipts: ReceiptQueue,
    private readonly limits: RateLimits,
  ) {}

  @Put()
  @Allow('visitor', 'agent')
  async putReceipt(
    @CallerIs() principal: Principal,
    @ParamsOf('putReceipt') { conversation }: { conversation: string },
    @BodyOf('putReceipt') body: ParsedBody<'putReceipt'>,
  ): Promise<Receipt> {
    await this.limits.consume('touch', principal.id);
    return this.receipts.submit({ principal, conversationId: conversation, body });
  }
}
