import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Page } from '../common/page';
import { Database } from '../platform/database/database';
import { expireDue } from '../records/expiry';
import { forMatching, type MatchingRecord, type RecordVersion } from '../records/matching-record';
import type { MoveRequest } from '../records/move-changes';
import type { Content, Provenance } from '../records/new-record';
import { RecordDesk } from '../records/record-desk';
import { RecordFramer } from '../records/record-framer';
import { RecordList } from '../records/record-list';
import { type Placed, Placement } from '../records/placement';
import { definedOf, sharedChanges, sharedContent } from '../records/stated';
import type { NeedKind } from '../taxonomy/need.vocabulary';
import { changedDetails, detailsOf, refuseProtectedWishes } from './need-content';
import type { NeedEntity } from './need.entity';
import { NeedRepository } from './need.repository';
import type { CreateNeed, EditNeed, HiringDetails, NeedQuery, TechnologyDetails } from './need.schema';
import { type NeedView, needViewOf } from './need.view';

/** A need as matching reads it; `details` is of the shape that `needKind` names. */
export type NeedForMatching = MatchingRecord<TechnologyDetails | HiringDetails> & { needKind: NeedKind };

@Injectable()
export class NeedService {
  constructor(
    private readonly database: Database,
    private readonly needs: NeedRepository,
    private readonly desk: RecordDesk,
    private readonly placement: Placement,
    private readonly framer: RecordFramer,
    private readonly lists: RecordList,
  ) {}

  /**
   * Takes a need in, as a draft unless `provenance` says to publish and the actor may.
   * @throws 422 NEED.PROTECTED_WISH; 400 and 403 of where it belongs
   */
  create(
    actor: Actor,
    input: CreateNeed,
    provenance: Provenance = {},
    within?: EntityManager,
  ): Promise<NeedView> {
    const work = async (tx: EntityManager) => {
      const content = await this.contentOf(actor, input, tx);
      const [need] = await this.desk.create(actor, this.needs, [content], provenance, tx);
      return this.view(actor, need as NeedEntity, tx);
    };
    return within ? work(within) : this.database.as(actor, work);
  }

  /** What a new need holds, checked; for lists of needs that are stored at once. */
  async contentOf(
    actor: Actor,
    input: CreateNeed,
    tx: EntityManager,
    placed?: Placed,
  ): Promise<Content<NeedEntity>> {
    const content = {
      ...sharedContent(input),
      ...(placed ?? (await this.placement.of(actor, input, tx))),
      kind: input.kind,
      details: detailsOf(input),
      must: input.must,
    };
    refuseProtectedWishes(content);
    return content;
  }

  edit(actor: Actor, id: string, version: number, input: EditNeed): Promise<NeedView> {
    return this.database.as(actor, async (tx) => {
      const change = async (before: NeedEntity) => {
        const changes: Partial<NeedEntity> = definedOf({
          ...(await sharedChanges(input, this.placement, tx)),
          must: input.must,
          details: changedDetails(before, input),
        });
        refuseProtectedWishes({ ...before, ...changes });
        return changes;
      };
      return this.view(actor, await this.desk.edit(actor, this.needs, id, version, change, tx), tx);
    });
  }

  move(actor: Actor, id: string, version: number, request: MoveRequest): Promise<NeedView> {
    return this.database.as(actor, async (tx) =>
      this.view(actor, await this.desk.move(actor, this.needs, id, { ...request, version }, tx), tx),
    );
  }

  /** The product's own moves: a first match was shared, or the last one in talks ended. */
  async moveByPlatform(
    actor: Actor,
    id: string,
    move: 'engage' | 'release',
    tx: EntityManager,
  ): Promise<void> {
    await this.desk.move(actor, this.needs, id, { move }, tx);
  }

  get(actor: Actor, id: string): Promise<NeedView> {
    return this.database.as(actor, async (tx) =>
      this.view(actor, await this.desk.require(this.needs, id, tx), tx),
    );
  }

  list(actor: Actor, query: NeedQuery): Promise<Page<NeedView>> {
    return this.database.as(actor, async (tx) => {
      const filter = await this.lists.filterOf(actor, query, tx);
      const { items, nextCursor } = await this.needs.page(filter, query, tx);
      return { items: await this.views(actor, items, tx), nextCursor };
    });
  }

  /** Archives those whose last day was before `today`; answers how many. */
  expireDue(today: string): Promise<number> {
    return expireDue(this.database, this.desk, this.needs, today);
  }

  async getForMatching(ids: readonly string[], tx: EntityManager): Promise<NeedForMatching[]> {
    return (await this.needs.findAll(ids, tx)).map(needForMatching);
  }

  /** Up to `limit` needs that are matched today, with id above `afterId`, in order of id. */
  listMatchable(afterId: string, limit: number, tx: EntityManager): Promise<RecordVersion[]> {
    return this.needs.findMatchable(afterId, this.desk.today(), limit, tx);
  }

  private async view(actor: Actor, need: NeedEntity, tx: EntityManager): Promise<NeedView> {
    const [view] = await this.views(actor, [need], tx);
    return view as NeedView;
  }

  private async views(actor: Actor, needs: readonly NeedEntity[], tx: EntityManager): Promise<NeedView[]> {
    const frames = await this.framer.frames(actor, needs, tx);
    return frames.map((frame, at) => needViewOf(needs[at] as NeedEntity, frame));
  }
}

const needForMatching = (need: NeedEntity): NeedForMatching => ({
  ...forMatching('need', need),
  details: need.details,
  needKind: need.kind,
});
