import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { Conflict, NotFound, RuleBroken } from '../../common/errors';
import { newId } from '../../common/ids';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { SavedViewRepository } from './saved-view.repository';
import {
  type ChangeView,
  MOST_VIEWS,
  type SavedView,
  type SaveView,
  type ViewedList,
} from './saved-view.schema';

/** Filters of lists under a name. Every answer is what the reader may choose from in that list. */
@Injectable()
export class SavedViewService {
  constructor(
    private readonly database: Database,
    private readonly views: SavedViewRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  list(actor: Actor, list: ViewedList): Promise<SavedView[]> {
    return this.database.as(actor, (tx) => this.views.of(list, tx));
  }

  /** In place of one of the same name. @throws 409 VIEW.TOO_MANY; 422 VIEW.NO_PARK */
  save(actor: Actor, view: SaveView): Promise<SavedView[]> {
    if (view.shared) requirePark(actor);
    return this.database.as(actor, async (tx) => {
      await this.views.lockOwn(tx);
      await this.views.save(newId(), view, this.clock.now(), tx);
      if ((await this.views.countOwn(tx)) > MOST_VIEWS)
        throw new Conflict('VIEW.TOO_MANY', 'No more views can be kept', { params: { most: MOST_VIEWS } });
      return this.views.of(view.list, tx);
    });
  }

  /** @throws 404 VIEW.NOT_FOUND; 409 DATA.DUPLICATE when another has the name; 422 VIEW.NO_PARK */
  change(actor: Actor, id: string, change: ChangeView): Promise<SavedView[]> {
    if (change.shared) requirePark(actor);
    return this.database.as(actor, async (tx) =>
      this.views.of(found(await this.views.change(id, change, tx)), tx),
    );
  }

  /** @throws 404 VIEW.NOT_FOUND */
  remove(actor: Actor, id: string): Promise<SavedView[]> {
    return this.database.as(actor, async (tx) => this.views.of(found(await this.views.remove(id, tx)), tx));
  }
}

function requirePark({ parkIds }: Actor): void {
  if (parkIds.length === 0) throw new RuleBroken('VIEW.NO_PARK', 'Views are shared within a park');
}

function found(list: ViewedList | undefined): ViewedList {
  if (list === undefined) throw new NotFound('VIEW.NOT_FOUND', 'There is no such view');
  return list;
}
