import { Column, Entity } from 'typeorm';
import { RecordEntity } from '../records/record.entity';
import { RecordVersionEntity } from '../records/record-version.entity';
import type { TalentTier } from '../taxonomy/talent.vocabulary';
import type { TalentDetails } from './talent.schema';

/** A person's profile; `title` is its headline, `text` the biography. */
@Entity('talents')
export class TalentEntity extends RecordEntity {
  /** null: a profile without a name, from a list of skills. */
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('text')
  tier!: TalentTier;

  @Column('jsonb')
  details!: TalentDetails;
}

@Entity('talent_versions')
export class TalentVersionEntity extends RecordVersionEntity {}
