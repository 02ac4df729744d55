import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AlertEntity } from './alert.entity';

/** An alert whose shortlist has changed since it was looked at. */
export interface DueAlert extends AlertEntity {
  /** Of the demand. */
  code: string;
  /** The shortlist's generation now. */
  current: number;
  /** Supplies that reach the score and were not told of. */
  found: string[];
}

@Injectable()
export class AlertRepository {
  /** Stores it in place of an earlier one on the same shortlist; what the list holds already is no news. */
  async remember(alert: AlertEntity, tx: EntityManager): Promise<void> {
    const { userId, pairKind, demandId } = alert;
    await tx.delete(AlertEntity, { userId, pairKind, demandId });
    await tx.insert(AlertEntity, alert);
    await tx.query(
      `INSERT INTO match_alert_hits (alert_id, supply_id)
       SELECT $1, s.supply FROM shortlists l CROSS JOIN LATERAL unnest(l.supply_ids, l.scores) AS s (supply, score)
       WHERE l.demand_id = $2 AND l.pair_kind = $3 AND s.score >= $4`,
      [alert.id, demandId, pairKind, alert.minScore],
    );
  }

  ofUser(userId: string, tx: EntityManager): Promise<(AlertEntity & { code: string | null })[]> {
    return tx.query<(AlertEntity & { code: string | null })[]>(
      `SELECT a.id, a.user_id AS "userId", a.pair_kind AS "pairKind", a.demand_id AS "demandId",
         a.min_score AS "minScore", a.generation, a.created_at AS "createdAt", coalesce(n.code, p.code) AS code
       FROM match_alerts a LEFT JOIN needs n ON n.id = a.demand_id LEFT JOIN projects p ON p.id = a.demand_id
       WHERE a.user_id = $1 ORDER BY a.id`,
      [userId],
    );
  }

  async remove(id: string, userId: string, tx: EntityManager): Promise<boolean> {
    return ((await tx.delete(AlertEntity, { id, userId })).affected ?? 0) > 0;
  }

  /** Of open accounts only; locked, so that two workers do not tell the same. */
  due(limit: number, tx: EntityManager): Promise<DueAlert[]> {
    return tx.query<DueAlert[]>(
      `SELECT a.id, a.user_id AS "userId", a.pair_kind AS "pairKind", a.demand_id AS "demandId",
         a.min_score AS "minScore", a.generation, l.generation AS current, coalesce(n.code, p.code) AS code,
         ARRAY(SELECT s.supply FROM unnest(l.supply_ids, l.scores) AS s (supply, score)
           WHERE s.score >= a.min_score
             AND NOT EXISTS (SELECT FROM match_alert_hits h WHERE h.alert_id = a.id AND h.supply_id = s.supply)) AS found
       FROM match_alerts a
         JOIN shortlists l ON l.demand_id = a.demand_id AND l.pair_kind = a.pair_kind
         JOIN users u ON u.id = a.user_id AND u.disabled_at IS NULL
         LEFT JOIN needs n ON n.id = a.demand_id LEFT JOIN projects p ON p.id = a.demand_id
       WHERE l.generation > a.generation
       ORDER BY a.id LIMIT $1 FOR UPDATE OF a SKIP LOCKED`,
      [limit],
    );
  }

  async told({ id, current, found }: DueAlert, tx: EntityManager): Promise<void> {
    await tx.update(AlertEntity, { id }, { generation: current });
    await tx.query(
      'INSERT INTO match_alert_hits (alert_id, supply_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING',
      [id, found],
    );
  }
}
