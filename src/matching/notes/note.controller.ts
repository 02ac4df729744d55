import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import {
  noteView,
  type NoteView,
  writeNote,
  type WriteNote,
  writtenNote,
  type WrittenNote,
} from './note.schema';
import { NoteService } from './note.service';

@ApiTags('matching')
@Controller('matches')
export class NoteController {
  constructor(private readonly notes: NoteService) {}

  @Post('notes')
  @Allow('manager', 'park-lead', 'officer')
  @ApiCreatedResponse({ standardSchema: writtenNote })
  write(@CurrentActor() actor: Actor, @Body({ schema: writeNote }) input: WriteNote): Promise<WrittenNote> {
    return this.notes.write(actor, input);
  }

  @Get(':id/notes')
  @Allow('manager', 'park-lead', 'officer', 'auditor')
  @ApiOkResponse({ standardSchema: z.array(noteView) })
  list(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<NoteView[]> {
    return this.notes.list(actor, id);
  }
}
