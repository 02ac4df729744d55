import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { pageSchema } from '../../platform/http/query.schema';
import { Allow, CurrentActor } from '../access.decorator';
import { type AuditQuery, auditEntrySchema, auditQuerySchema } from './audit.schema';
import { AuditService } from './audit.service';

@ApiTags('audit')
@Controller('audit')
@Allow('manager', 'auditor')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @ApiOkResponse({ standardSchema: pageSchema(auditEntrySchema) })
  list(@CurrentActor() actor: Actor, @Query({ schema: auditQuerySchema }) query: AuditQuery) {
    return this.audit.list(actor, query);
  }
}
