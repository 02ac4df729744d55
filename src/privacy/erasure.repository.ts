import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class ErasureRepository {
  /** Takes the person, and whoever was merged into them, out of every table; answers their profiles. Runs in the database as the schema's owner. */
  async erase(personId: string, tx: EntityManager): Promise<string[]> {
    const [row] = await tx.query<{ profiles: string[] }[]>('SELECT app.erase_merged_person($1) AS profiles', [
      personId,
    ]);
    return row?.profiles ?? [];
  }

  /** Takes away files and rows of lists that rest since before `instant`, a number of lists at a time. */
  async forgetImports(instant: Date, tx: EntityManager): Promise<void> {
    await tx.query('SELECT app.forget_imports($1)', [instant]);
  }

  /**
   * Persons whose every profile has rested since before `day`, who signed nothing since and have no account: nobody has a purpose
   * for them any more. Sample persons stay.
   */
  async expired(day: string, limit: number, tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT p.id FROM persons p
       WHERE p.name IS NOT NULL AND p.sample_set IS NULL AND p.merged_into IS NULL AND p.updated_at < $1
         AND EXISTS (SELECT FROM talents t WHERE t.person_id = p.id)
         AND NOT EXISTS (SELECT FROM talents t WHERE t.person_id = p.id
           AND (t.status NOT IN ('archived', 'withdrawn', 'closed') OR t.updated_at >= $1))
         AND NOT EXISTS (SELECT FROM signing_subjects s JOIN signings g ON g.id = s.signing_id
           WHERE s.subject_id = p.id AND g.updated_at >= $1)
         AND NOT EXISTS (SELECT FROM users u WHERE u.person_id = p.id AND u.disabled_at IS NULL)
       ORDER BY p.id LIMIT $2`,
      [day, limit],
    );
    return rows.map(({ id }) => id);
  }
}
