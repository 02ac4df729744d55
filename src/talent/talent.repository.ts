import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Page } from '../common/page';
import { LINE_FIELDS } from '../records/matching-record';
import { type RecordFilter, RecordRepository, TEXT_MATCHES } from '../records/record.repository';
import { TalentEntity, TalentVersionEntity } from './talent.entity';
import type { TalentQuery } from './talent.schema';

/** By name too, and only where the reader is at home: elsewhere a profile may be anonymous. */
const SEARCH = {
  matches: `${TEXT_MATCHES} OR EXISTS (SELECT FROM persons p WHERE p.id = r.personId AND (p.name ILIKE ANY (:parts) OR p.initials LIKE :initials))`,
  allowed: '(app.sees_all() OR app.edits_record(NULL, r.parkId, r.ownerUserId))',
};

@Injectable()
export class TalentRepository extends RecordRepository<TalentEntity> {
  /** What a {@link TalentLine} holds. */
  protected override readonly lineFields = [...LINE_FIELDS, 'personId', 'tier', 'details'];

  constructor() {
    super('talent', TalentEntity, TalentVersionEntity, SEARCH);
  }

  /** Profiles of these persons in a park (null: of no park) that are not archived. */
  findOfPersons(
    personIds: readonly string[],
    parkId: string | null,
    tx: EntityManager,
  ): Promise<TalentEntity[]> {
    const profiles = `person_id = ANY ($1) AND park_id IS NOT DISTINCT FROM $2 AND status <> 'archived'`;
    return this.rows(`WHERE ${profiles} ORDER BY id`, [personIds, parkId], tx);
  }

  page(
    filter: RecordFilter,
    { tier }: Pick<TalentQuery, 'tier'>,
    tx: EntityManager,
  ): Promise<Page<TalentEntity>> {
    return this.pageOf(
      filter,
      (query) => {
        if (tier) query.andWhere('r.tier = :tier', { tier });
      },
      tx,
    );
  }
}
