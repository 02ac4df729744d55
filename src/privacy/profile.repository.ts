import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MatchEntity } from '../matching/review/match.entity';
import { TalentEntity } from '../talent/talent.entity';

/** A look at a person's contact, as the audit log has it. */
export interface Look {
  at: Date;
  action: string;
  role: string;
}

type Judged = Pick<MatchEntity, 'code' | 'pairKind' | 'stage' | 'score' | 'parts' | 'model' | 'sharedOn'>;

/** Everything that is kept of a person, for a copy of it. */
@Injectable()
export class ProfileRepository {
  /** Those of whoever was merged into the person too. */
  ofPerson(personId: string, tx: EntityManager): Promise<TalentEntity[]> {
    return tx
      .createQueryBuilder(TalentEntity, 'r')
      .where(
        'r.personId = :personId OR r.personId IN (SELECT id FROM persons WHERE merged_into = :personId)',
        {
          personId,
        },
      )
      .orderBy('r.id')
      .getMany();
  }

  matchesOf(profileIds: readonly string[], tx: EntityManager): Promise<Judged[]> {
    return tx.query<Judged[]>(
      `SELECT code, pair_kind AS "pairKind", stage, score, parts, model, shared_on AS "sharedOn"
       FROM matches WHERE supply_id = ANY ($1) ORDER BY id`,
      [profileIds],
    );
  }

  signingsOf(
    personId: string,
    tx: EntityManager,
  ): Promise<{ code: string; level: string | null; contractOn: string | null }[]> {
    return tx.query(
      `SELECT DISTINCT g.code, g.level, g.contract_on AS "contractOn" FROM signings g
       JOIN signing_subjects s ON s.signing_id = g.id WHERE s.subject_id = $1 ORDER BY g.code`,
      [personId],
    );
  }

  /** Who looked at how to reach the person: by role, for the log names nobody to outsiders. */
  looksAt(personId: string, tx: EntityManager): Promise<Look[]> {
    return tx.query<Look[]>(
      `SELECT at, action, actor_role AS role FROM audit_entries
       WHERE subject_kind = 'person' AND subject_id IN (
         SELECT id::text FROM persons WHERE $1 IN (id, merged_into)) ORDER BY at`,
      [personId],
    );
  }
}
