import { Column, PrimaryColumn } from 'typeorm';
import type { LedgerLine } from '../counting/ledger';

/** What had credits written. */
export type Cause =
  | 'confirm'
  | 'return'
  | 'refuse'
  | 'revoke'
  | 'void'
  | 'milestone'
  | 'withdraw-milestone'
  | 'quality'
  | 'rule'
  | 'merge'
  | 'unmerge';

/** What the lines of both ledgers have in common; a line is never changed. */
export abstract class CreditLine implements Omit<LedgerLine<unknown>, 'entry'> {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('smallint')
  sign!: 1 | -1;

  /** How often the same credit has been written, from 1; its contra bears the same. */
  @Column('int')
  ordinal!: number;

  /** The line a contra takes back. */
  @Column('uuid', { nullable: true })
  reverses!: string | null;

  /** Computed: lets the foreign key see that only a +1 is taken back. */
  @Column({
    type: 'smallint',
    name: 'reverses_sign',
    nullable: true,
    insert: false,
    update: false,
    select: false,
  })
  reversesSign?: number | null;

  @Column('text')
  cause!: Cause;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { name: 'written_by', nullable: true })
  writtenBy!: string | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
