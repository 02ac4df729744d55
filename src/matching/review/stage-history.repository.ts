import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { MatchEntity } from './match.entity';
import type { OpenStage } from './stage-table';

/** How the matches ended that were once in a stage. */
export interface StageOutcome {
  stage: OpenStage;
  won: number;
  lost: number;
  /** Days from entering the stage to the signing, over those won. */
  wonDays: number;
}

/** What became of matches. Sample matches and real ones never teach each other. */
@Injectable()
export class StageHistoryRepository {
  /** One line for each of `stages` that any match has been in; a move that was taken back is none. */
  outcomes(stages: readonly OpenStage[], sample: boolean, tx: EntityManager): Promise<StageOutcome[]> {
    return tx.query<StageOutcome[]>(
      `WITH moves AS (
         SELECT v.match_id, v.to_stage, v.moved_at FROM match_moves v JOIN matches m ON m.id = v.match_id
         WHERE (m.sample_set IS NOT NULL) = $2 AND v.undoes IS NULL AND m.merged_into IS NULL
           AND NOT EXISTS (SELECT FROM match_moves u WHERE u.undoes = v.id)),
       entered AS (
         SELECT match_id, to_stage AS stage, min(moved_at) AS at FROM moves WHERE to_stage = ANY ($1) GROUP BY 1, 2),
       signed AS (SELECT match_id, min(moved_at) AS at FROM moves WHERE to_stage = 'signed' GROUP BY 1)
       SELECT e.stage, count(s.match_id)::int AS won,
         (count(*) FILTER (WHERE s.match_id IS NULL AND m.stage IN ('declined', 'terminated')))::int AS lost,
         coalesce(sum(extract(epoch FROM s.at - e.at)) / 86400, 0)::float8 AS "wonDays"
       FROM entered e JOIN matches m ON m.id = e.match_id LEFT JOIN signed s ON s.match_id = e.match_id AND s.at >= e.at
       GROUP BY e.stage`,
      [stages, sample],
    );
  }

  /** Matches that stand in one of `stages` now. */
  standing(stages: readonly OpenStage[], sample: boolean, tx: EntityManager): Promise<MatchEntity[]> {
    return tx.findBy(MatchEntity, {
      stage: In([...stages]),
      sampleSet: sample ? Not(IsNull()) : IsNull(),
      mergedInto: IsNull(),
    });
  }
}
