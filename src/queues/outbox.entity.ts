import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A job that a business transaction asked for; the queue only carries it, this row is the truth. */
@Entity('outbox')
export class OutboxEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  job!: string;

  @Column('text')
  key!: string;

  @Column('jsonb')
  payload!: unknown;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Not handed to the queue before this moment; moved on after a failure. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'dispatched_at', nullable: true })
  dispatchedAt!: Date | null;

  /** How often a worker began it: a job that kills its worker shows here, though it never reports a failure. */
  @Column('int')
  starts!: number;

  /** The last start of an attempt that did not fail: the job runs, or ran until `doneAt`. */
  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  @Column('timestamptz', { name: 'quarantined_at', nullable: true })
  quarantinedAt!: Date | null;

  /** The error's class and code of the last failure, never its message (which may quote data). */
  @Column('text', { nullable: true })
  error!: string | null;

  /** The request that asked for it. */
  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;
}
