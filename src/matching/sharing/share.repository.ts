import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ShareEntity } from './share.entity';

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
}
