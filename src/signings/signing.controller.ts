import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../common/actor';
import type { Page } from '../common/page';
import { Allow, CurrentActor } from '../identity/access.decorator';
import { IfMatch } from '../platform/http/if-match.decorator';
import { idParam, pageSchema } from '../platform/http/query.schema';
import { type Requirement, requirement } from './requirements';
import { SigningEditor } from './signing-editor';
import { SigningIntake } from './signing-intake';
import {
  type EditSigning,
  editSigning,
  type PaperInput,
  paperInput,
  type RecordSigning,
  recordSigning,
  type SigningQuery,
  signingQuery,
} from './signing.schema';
import { SigningService } from './signing.service';
import {
  type SigningActView,
  signingAct,
  type SigningSummary,
  signingSummary,
  type SigningView,
  signingView,
} from './signing.view';

const READERS = ['manager', 'auditor', 'park-lead', 'officer', 'enterprise', 'organiser'] as const;

@ApiTags('signings')
@Controller('signings')
export class SigningController {
  constructor(
    private readonly signings: SigningService,
    private readonly intake: SigningIntake,
    private readonly editor: SigningEditor,
  ) {}

  /** A signing of a match, or a direct one; the papers decide its level. */
  @Post()
  @Allow('manager', 'park-lead', 'officer')
  @ApiCreatedResponse({ standardSchema: signingView })
  record(
    @CurrentActor() actor: Actor,
    @Body({ schema: recordSigning }) input: RecordSigning,
  ): Promise<SigningView> {
    return this.intake.record(actor, input);
  }

  @Get()
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: pageSchema(signingSummary) })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: signingQuery }) query: SigningQuery,
  ): Promise<Page<SigningSummary>> {
    return this.signings.list(actor, query);
  }

  @Get(':id')
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: signingView })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<SigningView> {
    return this.signings.get(actor, id);
  }

  @Get(':id/history')
  @Allow('manager', 'auditor', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: z.array(signingAct) })
  history(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<SigningActView[]> {
    return this.signings.history(actor, id);
  }

  /** Which papers each level still wants. */
  @Get(':id/requirements')
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: z.array(requirement) })
  requirements(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<Requirement[]> {
    return this.signings.requirements(actor, id);
  }

  @Patch(':id')
  @Allow('manager', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: signingView })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: editSigning }) input: EditSigning,
  ): Promise<SigningView> {
    await this.editor.edit(actor, id, version, input);
    return this.signings.get(actor, id);
  }

  @Post(':id/documents')
  @Allow('manager', 'park-lead', 'officer')
  @ApiCreatedResponse({ standardSchema: signingView })
  async addPaper(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: paperInput }) input: PaperInput,
  ): Promise<SigningView> {
    await this.editor.addPaper(actor, id, version, input);
    return this.signings.get(actor, id);
  }

  @Delete(':id/documents/:documentId')
  @HttpCode(200)
  @Allow('manager', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: signingView })
  async removePaper(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Param('documentId', idParam) documentId: string,
    @IfMatch() version: number,
  ): Promise<SigningView> {
    await this.editor.removePaper(actor, id, version, documentId);
    return this.signings.get(actor, id);
  }
}
