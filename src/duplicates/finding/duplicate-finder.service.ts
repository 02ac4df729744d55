import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { NotFound } from '../../common/errors';
import { newId } from '../../common/ids';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { Outbox } from '../../queues/outbox';
import { Placement } from '../../records/placement';
import type { DuplicateKind } from '../duplicate-kind';
import { requireOwn } from '../merging/merge-rights';
import { titleOf } from '../merging/merge.view';
import { isRecord, MergeSides } from '../merging/merge-sides';
import { type Candidate, DuplicateRepository } from './duplicate.repository';
import type {
  DismissalView,
  DismissRequest,
  DuplicateSide,
  DuplicatesQuery,
  DuplicatesView,
  SearchView,
} from './duplicate-pair.schema';
import type { DuplicateSearchEntity } from './duplicate-search.entity';
import { DuplicateSearchRepository } from './duplicate-search.repository';
import type { NotDuplicatesEntity } from './not-duplicates.entity';

const MOST_SHOWN = 100;
const FIRST_WORDS = 60;

/** Shows what was likely entered twice, has it looked for, and remembers what people say is not. */
@Injectable()
export class DuplicateFinder {
  constructor(
    private readonly database: Database,
    private readonly duplicates: DuplicateRepository,
    private readonly searches: DuplicateSearchRepository,
    private readonly sides: MergeSides,
    private readonly placement: Placement,
    private readonly outbox: Outbox,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Pairs that the actor may merge, in parks of theirs; the platform sees those across parks too. @throws 400 for an unknown park */
  find(actor: Actor, { kind, park }: DuplicatesQuery): Promise<DuplicatesView> {
    return this.database.as(actor, async (tx) => {
      const parkId = await this.placement.parkId(park, tx);
      const own = actor.role === 'manager' ? null : actor.parkIds;
      const parks = parkId === undefined ? own : own === null || own.includes(parkId) ? [parkId] : [];
      const found = await this.duplicates.pairs(kind, parks, MOST_SHOWN, tx);
      const ids = found.flatMap(({ firstId, secondId }) => [firstId, secondId]);
      const shown = new Map(
        (await this.duplicates.candidates(kind, tx, ids)).map((one) => [one.id, sideOf(one)]),
      );
      const items = found.flatMap(({ firstId, secondId, reasons, likeness }) => {
        const [first, second] = [shown.get(firstId), shown.get(secondId)];
        return first && second ? [{ first, second, reasons, likeness }] : [];
      });
      return { items, total: found[0]?.total ?? 0, search: viewOf(await this.searches.find(kind, tx)) };
    });
  }

  /** Has the workers look again; while they are at it, nothing more is asked. */
  seek(actor: Actor, kind: DuplicateKind): Promise<SearchView> {
    return this.database.as(actor, async (tx) => {
      if (await this.searches.ask(kind, this.clock.now(), tx))
        await this.outbox.enqueue('find-duplicates', { kind }, tx);
      return this.search(kind, tx);
    });
  }

  progress(actor: Actor, kind: DuplicateKind): Promise<SearchView> {
    return this.database.as(actor, (tx) => this.search(kind, tx));
  }

  dismissals(actor: Actor, kind: DuplicateKind): Promise<DismissalView[]> {
    return this.database.as(actor, async (tx) => {
      const said = await this.duplicates.dismissals(kind, tx);
      const views: DismissalView[] = [];
      for (const one of said) views.push(await this.view(one, tx));
      return views;
    });
  }

  /** Whoever may merge the two may say that they are two. @throws 404 RECORD.NOT_FOUND; 403 */
  dismiss(actor: Actor, { kind, first, second }: DismissRequest): Promise<DismissalView> {
    return this.database.as(actor, async (tx) => {
      const sides = await this.sides.require(kind, first, second, tx);
      requireOwn(actor, kind, sides);
      const [firstId, secondId] = first < second ? [first, second] : [second, first];
      const parkId = isRecord(sides.into) ? sides.into.parkId : null;
      const said = { id: newId(), kind, firstId, secondId, parkId };
      await this.duplicates.dismiss({ ...said, saidBy: actor.userId, saidAt: this.clock.now() }, tx);
      const kept = await this.duplicates.findDismissal(firstId, secondId, tx);
      if (!kept) throw noSuchDismissal();
      return this.view(kept, tx);
    });
  }

  /** Takes the word back: the two are listed again. @throws 404 */
  async restore(actor: Actor, id: string): Promise<void> {
    const restored = await this.database.as(actor, (tx) => this.duplicates.restore(id, tx));
    if (!restored) throw noSuchDismissal();
  }

  private async view(said: NotDuplicatesEntity, tx: EntityManager): Promise<DismissalView> {
    const { id, kind, firstId, secondId, saidBy, saidAt } = said;
    const [first, second] = [
      await this.sides.find(kind, firstId, tx),
      await this.sides.find(kind, secondId, tx),
    ];
    return {
      ...{ id, kind, first: firstId, second: secondId, saidBy },
      firstTitle: first && titleOf(first),
      secondTitle: second && titleOf(second),
      saidAt: saidAt.toISOString(),
    };
  }

  /** @throws 404 when the kind was never searched */
  private async search(kind: DuplicateKind, tx: EntityManager): Promise<SearchView> {
    const view = viewOf(await this.searches.find(kind, tx));
    if (!view) throw new NotFound('MERGE.NO_SEARCH', 'The kind has not been searched yet');
    return view;
  }
}

const noSuchDismissal = () => new NotFound('MERGE.NO_DISMISSAL', 'Nobody said so of the two');

const viewOf = (search: DuplicateSearchEntity | null): SearchView | null =>
  search && {
    state: search.state,
    total: search.total,
    done: search.done,
    startedAt: search.startedAt?.toISOString() ?? null,
    finishedAt: search.finishedAt?.toISOString() ?? null,
  };

const sideOf = ({
  id,
  code,
  title,
  text,
  status,
  updatedAt,
  ownerName,
  personName,
}: Candidate): DuplicateSide => ({
  id,
  code,
  title,
  detail: personName ?? ownerName ?? ([...text].slice(0, FIRST_WORDS).join('') || null),
  status: status as DuplicateSide['status'],
  updatedAt: updatedAt.toISOString(),
});
