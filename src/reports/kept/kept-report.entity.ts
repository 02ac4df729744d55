import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Report, ReportKind } from '../content/report';

/** A report that was made by itself, with the numbers of its day; never changed. */
@Entity('kept_reports')
export class KeptReportEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text')
  kind!: ReportKind;

  /** First day of its period, 'YYYY-MM-DD'. */
  @Column('date', { name: 'from_on' })
  fromOn!: string;

  @Column('jsonb')
  content!: Report;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
