import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Subject } from '../taxonomy/plan.vocabulary';
import type { SubjectFacts } from './subject-facts.schema';

/** Whom or what a signing is about: one row, or one for each person of a roster. */
@Entity('signing_subjects')
export class SigningSubjectEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'signing_id' })
  signingId!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: Subject;

  /** Of the project, person, organisation or establishment. */
  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('jsonb')
  facts!: SubjectFacts;

  /** Row of the roster, from 1. */
  @Column('int', { nullable: true })
  line!: number | null;

  /** The line as handed in, encrypted with the person's key. */
  @Column('bytea', { name: 'roster_line', nullable: true, select: false })
  rosterLine!: Buffer | null;

  /** Keyed digest of the identity number. */
  @Column('bytea', { name: 'person_index', nullable: true, select: false })
  personIndex!: Buffer | null;

  /** false once the signing is refused, revoked or void. */
  @Column('boolean')
  live!: boolean;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
