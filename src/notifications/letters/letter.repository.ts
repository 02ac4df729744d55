import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LetterEntity } from './letter.entity';

@Injectable()
export class LetterRepository {
  find(id: string, tx: EntityManager): Promise<LetterEntity | null> {
    return tx.findOneBy(LetterEntity, { id });
  }

  of(sessionId: string, tx: EntityManager): Promise<LetterEntity[]> {
    return tx.find(LetterEntity, { where: { sessionId }, order: { id: 'ASC' } });
  }

  /** Adds those that were not asked for before. Answers which. */
  async add(letters: readonly LetterEntity[], tx: EntityManager): Promise<{ id: string }[]> {
    if (letters.length === 0) return [];
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(LetterEntity)
      .values([...letters])
      .orIgnore()
      .returning('id')
      .execute();
    return inserted.raw as { id: string }[];
  }

  /** Ends what still waits. */
  async settle(
    id: string,
    end: Pick<LetterEntity, 'state' | 'reason' | 'settledAt'>,
    tx: EntityManager,
  ): Promise<void> {
    await tx.update(LetterEntity, { id, state: 'waiting' }, end);
  }

  /** Guests of the session who bring a person that has not agreed to be contacted. */
  async lackingConsent(sessionId: string, tx: EntityManager): Promise<Set<string>> {
    const found = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT g.id FROM session_guests g JOIN talents t ON t.id = ANY (g.talent_ids)
       WHERE g.session_id = $1 AND NOT EXISTS (SELECT FROM consents c
         WHERE c.person_id = t.person_id AND c.purpose = 'contact' AND c.withdrawn_at IS NULL)`,
      [sessionId],
    );
    return new Set(found.map(({ id }) => id));
  }

  /** Sessions of that day that remind those who come. */
  async reminding(heldOn: string, tx: EntityManager): Promise<string[]> {
    const found = await tx.query<{ id: string }[]>(
      'SELECT id FROM activity_sessions WHERE held_on = $1 AND reminds ORDER BY id',
      [heldOn],
    );
    return found.map(({ id }) => id);
  }
}
