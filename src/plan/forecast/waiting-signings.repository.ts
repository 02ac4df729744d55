import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class WaitingSigningsRepository {
  /** What the plan's signings are about that still wait for a check. */
  async subjects(planId: string, tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT s.subject_id AS id FROM signing_subjects s
         JOIN signings g ON g.id = s.signing_id JOIN activities a ON a.id = g.activity_id
       WHERE a.plan_id = $1 AND g.voided_at IS NULL AND g.state IN ('park-check', 'platform-check')`,
      [planId],
    );
    return rows.map(({ id }) => id);
  }
}
