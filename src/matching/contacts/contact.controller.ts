import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import { type ContactView, contactView, recordContact, type RecordContact } from './contact.schema';
import { ContactService } from './contact.service';

@ApiTags('matching')
@Controller('matches/:id/contacts')
export class ContactController {
  constructor(private readonly contacts: ContactService) {}

  @Post()
  @Allow('manager', 'park-lead', 'officer')
  @ApiCreatedResponse({ standardSchema: contactView })
  record(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: recordContact }) input: RecordContact,
  ): Promise<ContactView> {
    return this.contacts.record(actor, id, input);
  }

  @Get()
  @Allow('manager', 'park-lead', 'officer', 'auditor')
  @ApiOkResponse({ standardSchema: z.array(contactView) })
  list(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<ContactView[]> {
    return this.contacts.list(actor, id);
  }
}
