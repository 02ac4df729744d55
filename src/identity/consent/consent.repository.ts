import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Consent } from './consent.entity';
import type { ConsentPurpose } from './consent.schema';

/** How a person stands to what they can agree to. */
export interface ConsentStanding {
  readonly given: readonly ConsentPurpose[];
  /** Taken back, and not given again. */
  readonly withdrawn: readonly ConsentPurpose[];
  /** A link by which they can agree waits for them. */
  readonly asked: boolean;
}

@Injectable()
export class ConsentRepository {
  /** @returns the persons of those stored: not who has a live consent for the purpose already. */
  async insertAll(consents: readonly Consent[], tx: EntityManager): Promise<string[]> {
    if (consents.length === 0) return [];
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Consent)
      .values([...consents])
      .orIgnore()
      .returning('person_id')
      .execute();
    return (inserted.raw as { person_id: string }[]).map(({ person_id }) => person_id);
  }

  /** @returns how many live consents were withdrawn. */
  async withdraw(
    personId: string,
    purposes: readonly ConsentPurpose[],
    at: Date,
    tx: EntityManager,
  ): Promise<number> {
    const { affected } = await tx.update(
      Consent,
      { personId, purpose: In(purposes), withdrawnAt: IsNull() },
      { withdrawnAt: at },
    );
    return affected ?? 0;
  }

  history(personId: string, tx: EntityManager): Promise<Consent[]> {
    return tx.find(Consent, { where: { personId }, order: { givenAt: 'ASC', id: 'ASC' } });
  }

  /** Which of `personIds` have a live consent for `purpose`. */
  async having(
    purpose: ConsentPurpose,
    personIds: readonly string[],
    tx: EntityManager,
  ): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const found = await tx.query<{ personId: string }[]>(
      `SELECT person_id AS "personId" FROM consents
       WHERE purpose = $1 AND person_id = ANY ($2) AND withdrawn_at IS NULL`,
      [purpose, personIds],
    );
    return new Set(found.map(({ personId }) => personId));
  }

  /** What each of `personIds` has said to what, in one statement; nothing of who was never asked. */
  async standingOf(
    personIds: readonly string[],
    now: Date,
    tx: EntityManager,
  ): Promise<Map<string, ConsentStanding>> {
    if (personIds.length === 0) return new Map();
    const found = await tx.query<(ConsentStanding & { personId: string })[]>(
      `SELECT person_id AS "personId", coalesce(array_agg(purpose) FILTER (WHERE live), '{}') AS given,
         coalesce(array_agg(purpose) FILTER (WHERE NOT live), '{}') AS withdrawn, bool_or(purpose IS NULL) AS asked
       FROM (
         SELECT person_id, purpose, bool_or(withdrawn_at IS NULL) AS live FROM consents
           WHERE person_id = ANY ($1) GROUP BY person_id, purpose
         UNION ALL SELECT person_id, NULL, NULL FROM consent_links
           WHERE person_id = ANY ($1) AND answered_at IS NULL AND expires_at > $2) AS said
       GROUP BY person_id`,
      [personIds, now],
    );
    return new Map(found.map(({ personId, ...standing }) => [personId, standing]));
  }

  /** Which of `personIds` have withdrawn their consent for one of `purposes` and not given it again. */
  async withdrawnBy(
    purposes: readonly ConsentPurpose[],
    personIds: readonly string[],
    tx: EntityManager,
  ): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const found = await tx.query<{ personId: string }[]>(
      `SELECT person_id AS "personId" FROM consents WHERE purpose = ANY ($1) AND person_id = ANY ($2)
       GROUP BY person_id, purpose HAVING bool_and(withdrawn_at IS NOT NULL)`,
      [purposes, personIds],
    );
    return new Set(found.map(({ personId }) => personId));
  }
}
