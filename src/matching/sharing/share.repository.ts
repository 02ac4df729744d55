import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Page } from '../../common/page';
import { findPage, type Sort } from '../../platform/database/keyset';
import { ShareEntity } from './share.entity';

/** Ids of shares are random, so that they tell nothing: the order is that of the days. */
const LATEST: Sort<ShareEntity> = {
  name: 'latest',
  direction: 'DESC',
  columns: ['s.sharedAt', 's.id'],
  valuesOf: (share) => [share.sharedAt.toISOString(), share.id],
};

export interface ShareFilter {
  organisationId: string;
  /** Of matches of this need. */
  demandId?: string;
  cursor?: string;
  limit: number;
}

@Injectable()
export class ShareRepository {
  /** The first share of each supply to the organisation since a day, withdrawn ones left out. */
  async firstSince(
    organisationId: string,
    supplyIds: readonly string[],
    since: string,
    tx: EntityManager,
  ): Promise<{ supplyId: string; parkId: string | null; sharedOn: string }[]> {
    return tx.query(
      `SELECT DISTINCT ON (supply_id) supply_id AS "supplyId", park_id AS "parkId",
         (shared_at AT TIME ZONE 'Asia/Shanghai')::date AS "sharedOn"
       FROM match_shares
       WHERE organisation_id = $1 AND supply_id = ANY ($2) AND withdrawn_at IS NULL
         AND (shared_at AT TIME ZONE 'Asia/Shanghai')::date >= $3::date
       ORDER BY supply_id, shared_at`,
      [organisationId, supplyIds, since],
    );
  }

  find(id: string, tx: EntityManager): Promise<ShareEntity | null> {
    return tx.findOneBy(ShareEntity, { id });
  }

  /** Live shares by match. */
  async liveOf(matchIds: readonly string[], tx: EntityManager): Promise<Map<string, ShareEntity>> {
    const found = await tx.findBy(ShareEntity, { matchId: In([...matchIds]), withdrawnAt: IsNull() });
    return new Map(found.map((share) => [share.matchId, share]));
  }

  /** What an organisation can see now, the latest first. */
  page({ organisationId, demandId, ...page }: ShareFilter, tx: EntityManager): Promise<Page<ShareEntity>> {
    const query = tx
      .createQueryBuilder(ShareEntity, 's')
      .where('s.organisationId = :organisationId AND s.withdrawnAt IS NULL', { organisationId });
    if (demandId) query.andWhere('s.demandId = :demandId', { demandId });
    return findPage(query, LATEST, page);
  }

  /** Makes other recommendations of the supply to the organisation wait until this transaction ends. */
  async lockRecommendation(supplyId: string, organisationId: string, tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [
      `${supplyId} ${organisationId}`,
    ]);
  }

  async insert(share: ShareEntity, tx: EntityManager): Promise<void> {
    await tx.insert(ShareEntity, share);
  }

  /** Changes a share that is live; false when it was withdrawn meanwhile. */
  async change(id: string, changes: Partial<ShareEntity>, tx: EntityManager): Promise<boolean> {
    const { affected } = await tx.update(ShareEntity, { id, withdrawnAt: IsNull() }, changes);
    return affected === 1;
  }

  /** Withdraws the live share of a match; false when there is none. */
  async withdraw(matchId: string, at: Date, tx: EntityManager): Promise<boolean> {
    const live = { matchId, withdrawnAt: IsNull() };
    const { affected } = await tx.update(ShareEntity, live, { withdrawnAt: at });
    return affected === 1;
  }
}
