import { Column, Entity } from 'typeorm';
import { RecordEntity } from '../records/record.entity';
import { RecordVersionEntity } from '../records/record-version.entity';
import type { NeedKind } from '../taxonomy/need.vocabulary';
import type { HiringDetails, TechnologyDetails } from './need.schema';

@Entity('needs')
export class NeedEntity extends RecordEntity {
  @Column('text')
  kind!: NeedKind;

  /** Of the shape that `kind` names. */
  @Column('jsonb')
  details!: TechnologyDetails | HiringDetails;
}

@Entity('need_versions')
export class NeedVersionEntity extends RecordVersionEntity {}
