import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What a park has done, in numbers; nobody is named. */
export interface ParkFigures {
  parkId: string;
  /** 征集: needs and projects handed in. */
  collected: number;
  /** 发布: of them published, ever. */
  published: number;
  /** 推荐: matches of its demands that were sent to an enterprise. */
  shared: number;
  /** 对接: that came to talks. */
  talked: number;
  /** 签约: that were signed. */
  signed: number;
  /** 待初审 */
  waiting: number;
  /** Signings that were checked, and those of them that were returned. */
  checked: number;
  returned: number;
  /** 逾期回访 */
  overdue: number;
}

@Injectable()
export class ParkFiguresRepository {
  /** Of every park, in the parks' order; follow-ups due before `today` are overdue. */
  all(activityIds: readonly string[], today: string, tx: EntityManager): Promise<ParkFigures[]> {
    return tx.query(
      `WITH records AS (SELECT park_id, status FROM needs WHERE merged_into IS NULL
           UNION ALL SELECT park_id, status FROM projects WHERE merged_into IS NULL),
         own AS (SELECT id, park_id, state FROM signings WHERE voided_at IS NULL AND activity_id = ANY ($1))
       SELECT p.id AS "parkId",
         (SELECT count(*)::int FROM records WHERE park_id = p.id AND status <> 'draft') AS collected,
         (SELECT count(*)::int FROM records WHERE park_id = p.id
            AND status NOT IN ('draft', 'submitted', 'returned')) AS published,
         (SELECT count(*)::int FROM matches
            WHERE demand_park_id = p.id AND shared_on IS NOT NULL AND merged_into IS NULL) AS shared,
         (SELECT count(DISTINCT m.id)::int FROM matches m JOIN match_moves v ON v.match_id = m.id
            WHERE m.demand_park_id = p.id AND v.to_stage = 'negotiating' AND m.merged_into IS NULL) AS talked,
         (SELECT count(*)::int FROM matches WHERE demand_park_id = p.id AND stage = 'signed') AS signed,
         (SELECT count(*)::int FROM own WHERE park_id = p.id AND state = 'park-check') AS waiting,
         (SELECT count(DISTINCT c.signing_id)::int FROM own JOIN signing_checks c ON c.signing_id = own.id
            WHERE own.park_id = p.id AND c.action IN ('pass', 'return', 'refuse')) AS checked,
         (SELECT count(DISTINCT c.signing_id)::int FROM own JOIN signing_checks c ON c.signing_id = own.id
            WHERE own.park_id = p.id AND c.action = 'return') AS returned,
         (SELECT count(DISTINCT f.id)::int FROM session_follow_ups f JOIN session_meetings m ON m.id = f.meeting_id
            JOIN session_guests g ON g.id = m.host_id
            WHERE g.park_id = p.id AND f.done_at IS NULL AND f.due_on < $2) AS overdue
       FROM parks p ORDER BY p.ordinal, p.code`,
      [activityIds, today],
    );
  }

  /** Sample sets of all that is counted, null for what is real. */
  async sampleSets(tx: EntityManager): Promise<(string | null)[]> {
    const rows = await tx.query<{ set: string | null }[]>(
      `SELECT DISTINCT sample_set AS set FROM (SELECT sample_set FROM needs UNION SELECT sample_set FROM projects
         UNION SELECT sample_set FROM matches UNION SELECT sample_set FROM signings WHERE voided_at IS NULL) AS rows`,
    );
    return rows.map(({ set }) => set);
  }
}
