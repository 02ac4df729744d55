import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Subject } from '../../taxonomy/plan.vocabulary';
import type { ConfirmationState } from '../../taxonomy/signing.vocabulary';

/** A live signing whose subject another live signing is about as well. */
export interface ConflictRow {
  subjectKind: Subject;
  subjectId: string;
  id: string;
  code: string;
  title: string;
  parkId: string;
  state: ConfirmationState;
  contractOn: string | null;
  credited: boolean;
}

export type KnownRow = Pick<ConflictRow, 'id' | 'code' | 'title' | 'parkId' | 'state' | 'contractOn'>;

/** Live signings about what each field names. */
const ABOUT = {
  match: 'g.match_id = $1::uuid',
  project: 'g.project_id = $1::uuid',
  talent: 'g.talent_id = $1::uuid',
  establishment: `EXISTS (SELECT FROM signing_subjects s JOIN establishments e ON e.id = s.subject_id
    WHERE s.signing_id = g.id AND e.name = $1)`,
  partyB: `EXISTS (SELECT FROM signing_subjects s WHERE s.signing_id = g.id AND s.subject_id = $1::uuid)`,
} as const;
export type SubjectField = keyof typeof ABOUT;

/** Enough to work on; more appear as these are resolved. */
const MOST_SUBJECTS = 200;

@Injectable()
export class ConflictRepository {
  /** Ordered by subject, the first report first; of one signing's subjects only, when it is given. */
  find(signingId: string | null, tx: EntityManager): Promise<ConflictRow[]> {
    return tx.query(
      `WITH live AS (
         SELECT s.subject_kind, s.subject_id, g.* FROM signing_subjects s JOIN signings g ON g.id = s.signing_id
         WHERE s.live AND g.voided_at IS NULL AND g.state NOT IN ('refused', 'revoked')
       ), doubled AS (
         SELECT subject_id FROM live
         WHERE $1::uuid IS NULL OR subject_id IN (SELECT subject_id FROM signing_subjects WHERE signing_id = $1)
         GROUP BY subject_id HAVING count(*) > 1 ORDER BY subject_id LIMIT ${MOST_SUBJECTS}
       )
       SELECT subject_kind AS "subjectKind", subject_id AS "subjectId", id, code, title, park_id AS "parkId", state,
         contract_on AS "contractOn",
         EXISTS (SELECT FROM target_credits c WHERE c.signing_id = live.id AND c.subject_id = live.subject_id
           AND c.sign = 1 AND NOT EXISTS (SELECT FROM target_credits r WHERE r.reverses = c.id)) AS credited
       FROM live WHERE subject_id IN (SELECT subject_id FROM doubled) ORDER BY subject_id, id`,
      [signingId],
    );
  }

  /** The live signings about one subject, the first report first. */
  about(field: SubjectField, value: string, tx: EntityManager): Promise<KnownRow[]> {
    return tx.query(
      `SELECT g.id, g.code, g.title, g.park_id AS "parkId", g.state, g.contract_on AS "contractOn" FROM signings g
       WHERE g.voided_at IS NULL AND g.state NOT IN ('refused', 'revoked') AND ${ABOUT[field]} ORDER BY g.id LIMIT 20`,
      [value],
    );
  }
}
