import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { Database } from '../platform/database/database';
import { forMatching, type MatchingRecord } from '../records/matching-record';
import type { Content } from '../records/new-record';
import { Placement } from '../records/placement';
import { RecordDesk } from '../records/record-desk';
import { RecordFramer } from '../records/record-framer';
import { RecordList } from '../records/record-list';
import { type ContentOrigin, RecordService } from '../records/record-service';
import { definedOf, sharedChanges, sharedContent } from '../records/stated';
import type { NeedKind } from '../taxonomy/need.vocabulary';
import { changedDetails, detailsOf, refuseProtectedWishes } from './need-content';
import type { NeedEntity } from './need.entity';
import { NeedRepository } from './need.repository';
import type { CreateNeed, EditNeed, HiringDetails, NeedQuery, TechnologyDetails } from './need.schema';
import { type NeedView, needViewOf } from './need.view';

/** A need as matching reads it; `details` is of the shape that `needKind` names. */
export type NeedForMatching = MatchingRecord<TechnologyDetails | HiringDetails> & { needKind: NeedKind };

export interface NeedShapes {
  entity: NeedEntity;
  create: CreateNeed;
  edit: EditNeed;
  query: NeedQuery;
  view: NeedView;
}

/** @throws 422 NEED.PROTECTED_WISH where a need asks for what the law protects */
@Injectable()
export class NeedService extends RecordService<NeedShapes> {
  constructor(
    database: Database,
    private readonly needs: NeedRepository,
    desk: RecordDesk,
    private readonly placement: Placement,
    private readonly framer: RecordFramer,
    lists: RecordList,
  ) {
    super(database, needs, desk, lists);
  }

  async contentOf(
    actor: Actor,
    input: CreateNeed,
    tx: EntityManager,
    { placed }: ContentOrigin = {},
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

  /** The product's own moves: a first match was shared, or the last one in talks ended. */
  async moveByPlatform(
    actor: Actor,
    id: string,
    move: 'engage' | 'release',
    tx: EntityManager,
  ): Promise<void> {
    await this.desk.move(actor, this.needs, id, { move }, tx);
  }

  async getForMatching(ids: readonly string[], tx: EntityManager): Promise<NeedForMatching[]> {
    return (await this.needs.findAll(ids, tx)).map(needForMatching);
  }

  protected async changesOf(
    before: NeedEntity,
    input: EditNeed,
    tx: EntityManager,
  ): Promise<Partial<NeedEntity>> {
    const changes: Partial<NeedEntity> = definedOf({
      ...(await sharedChanges(input, this.placement, tx)),
      must: input.must,
      details: changedDetails(before, input),
    });
    refuseProtectedWishes({ ...before, ...changes });
    return changes;
  }

  protected async views(actor: Actor, needs: readonly NeedEntity[], tx: EntityManager): Promise<NeedView[]> {
    const frames = await this.framer.frames(actor, needs, tx);
    return frames.map((frame, at) => needViewOf(needs[at] as NeedEntity, frame));
  }
}

const needForMatching = (need: NeedEntity): NeedForMatching => ({
  ...forMatching('need', need),
  details: need.details,
  needKind: need.kind,
});
