import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { pageSchema } from '../../platform/http/query.schema';
import { Allow, CurrentActor } from '../access.decorator';
import { AuditChain } from './audit-chain';
import {
  type AuditChainView,
  auditChainSchema,
  type AuditQuery,
  auditEntrySchema,
  auditQuerySchema,
} from './audit.schema';
import { AuditService } from './audit.service';

@ApiTags('audit')
@Controller('audit')
@Allow('manager', 'auditor')
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly chain: AuditChain,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: pageSchema(auditEntrySchema) })
  list(@CurrentActor() actor: Actor, @Query({ schema: auditQuerySchema }) query: AuditQuery) {
    return this.audit.list(actor, query);
  }

  /** Walks the hash chain; entries written in the last minute may not be linked yet. */
  @Get('chain')
  @ApiOkResponse({ standardSchema: auditChainSchema })
  async verify(): Promise<AuditChainView> {
    const verdict = await this.chain.verify();
    return verdict.sound
      ? { sound: true, position: verdict.head.position, hash: verdict.head.hash, fault: null }
      : { sound: false, position: verdict.position, hash: null, fault: verdict.fault };
  }
}
