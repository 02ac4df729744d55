import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { idParam } from '../../platform/http/query.schema';
import { CurrentActor, SignedIn } from '../access.decorator';
import {
  type ChangeView,
  changeView,
  type SavedView,
  savedView,
  type SavedViewQuery,
  savedViewQuery,
  type SaveView,
  saveView,
} from './saved-view.schema';
import { SavedViewService } from './saved-view.service';

@ApiTags('users')
@Controller('saved-views')
@SignedIn()
export class SavedViewController {
  constructor(private readonly views: SavedViewService) {}

  /** The reader's own of one list, and those their park shares. */
  @Get()
  @ApiOkResponse({ standardSchema: z.array(savedView) })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: savedViewQuery }) { list }: SavedViewQuery,
  ): Promise<SavedView[]> {
    return this.views.list(actor, list);
  }

  /** Keeps a filter under a name, in place of the reader's own of that name. */
  @Post()
  @ApiOkResponse({ standardSchema: z.array(savedView) })
  save(@CurrentActor() actor: Actor, @Body({ schema: saveView }) body: SaveView): Promise<SavedView[]> {
    return this.views.save(actor, body);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: z.array(savedView) })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: changeView }) body: ChangeView,
  ): Promise<SavedView[]> {
    return this.views.change(actor, id, body);
  }

  @Delete(':id')
  @ApiOkResponse({ standardSchema: z.array(savedView) })
  remove(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<SavedView[]> {
    return this.views.remove(actor, id);
  }
}
