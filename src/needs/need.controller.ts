import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Role } from '../common/actor';
import { Allow } from '../identity/access.decorator';
import { recordController } from '../records/record.controller';
import { createNeed, editNeed, needQuery } from './need.schema';
import { NeedService, type NeedShapes } from './need.service';
import { needView } from './need.view';
import { prefill } from './prefill';
import { prefillRequest, type PrefillRequest, prefillView, type PrefillView } from './prefill.schema';

const EDITORS: readonly Role[] = ['manager', 'park-lead', 'officer', 'enterprise'];

const NeedRoutes = recordController<NeedShapes>({
  editors: EDITORS,
  create: createNeed,
  edit: editNeed,
  query: needQuery,
  view: needView,
});

@ApiTags('needs')
@Controller('needs')
export class NeedController extends NeedRoutes {
  constructor(needs: NeedService) {
    super(needs);
  }

  /** Proposes fields for pasted text; nothing is stored. */
  @Post('prefill')
  @HttpCode(200)
  @Allow(...EDITORS)
  @ApiOkResponse({ standardSchema: prefillView })
  prefill(@Body({ schema: prefillRequest }) { text }: PrefillRequest): PrefillView {
    return prefill(text);
  }
}
