import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../common/actor';
import { Allow, CurrentActor } from '../identity/access.decorator';
import { type GiveConsent, giveConsentSchema } from '../identity/consent/consent.schema';
import { idParam } from '../platform/http/query.schema';
import { TalentPersonService } from './talent-person.service';
import {
  type ConsentParams,
  consentParams,
  type ConsentView,
  consentView,
  contact,
  type Contact,
  type RevealContact,
  revealContact,
} from './talent.schema';

const CALLERS = ['manager', 'park-lead', 'officer'] as const;

@ApiTags('talents')
@Controller('talents')
export class TalentPersonController {
  constructor(private readonly people: TalentPersonService) {}

  @Post(':id/reveal-contact')
  @HttpCode(200)
  @Allow(...CALLERS)
  @ApiOkResponse({ standardSchema: contact })
  reveal(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: revealContact }) { reason }: RevealContact,
  ): Promise<Contact> {
    return this.people.revealContact(actor, id, reason);
  }

  @Get(':id/consents')
  @Allow(...CALLERS, 'talent')
  @ApiOkResponse({ standardSchema: z.array(consentView) })
  consents(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<ConsentView[]> {
    return this.people.listConsents(actor, id);
  }

  @Post(':id/consents')
  @HttpCode(200)
  @Allow(...CALLERS, 'talent')
  @ApiOkResponse({ standardSchema: z.array(consentView) })
  give(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: giveConsentSchema }) given: GiveConsent,
  ): Promise<ConsentView[]> {
    return this.people.giveConsent(actor, id, given);
  }

  @Delete(':id/consents/:purpose')
  @Allow(...CALLERS, 'talent')
  @ApiOkResponse({ standardSchema: z.array(consentView) })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param({ schema: consentParams }) { id, purpose }: ConsentParams,
  ): Promise<ConsentView[]> {
    return this.people.withdrawConsent(actor, id, purpose);
  }
}
