import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import { type RevealContact, revealContact } from '../../talent/talent.schema';
import type { RowContact } from '../table/interpret-row';
import { ListedContactService } from './listed-contact.service';

const listedContact = z
  .object({
    name: z.string().optional(),
    post: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
  })
  .meta({ id: 'ListedContact' });

@ApiTags('imports')
@Controller('listed-contacts')
@Allow('manager', 'park-lead', 'officer')
export class ListedContactController {
  constructor(private readonly contacts: ListedContactService) {}

  /** Whom the list that a need or project came by named to be asked about it; `id` is the record's. */
  @Post(':id/reveal')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: listedContact })
  reveal(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: revealContact }) { reason }: RevealContact,
  ): Promise<RowContact> {
    return this.contacts.reveal(actor, id, reason);
  }
}
