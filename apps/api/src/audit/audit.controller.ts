import { Controller, Get } from '@nestjs/common';
import type { AuditPage, ParsedQuery } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { QueryOf } from '../http/contract.decorators.js';
import { AuditService } from './audit.service.js';

@Controller('v1/audit')
@Allow('admin')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  listAudit(@QueryOf('listAudit') query: ParsedQuery<'listAudit'>): Promise<AuditPage> {
    return this.audit.list(query);
  }
}
