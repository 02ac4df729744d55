import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../common/actor';

/** What somebody did. Rows are added and never changed; the database grants nothing else. */
@Entity('audit_entries')
export class AuditEntry {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { name: 'actor_user_id', nullable: true })
  actorUserId!: string | null;

  @Column('text', { name: 'actor_role' })
  actorRole!: Role;

  /** A noun and a past participle: "signing.confirmed", "contact.revealed". */
  @Column('text')
  action!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: string;

  @Column('text', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column('jsonb')
  detail!: AuditDetail;

  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;
}

/** Codes, ids and numbers; never a name, a phone number or free text. */
export type AuditDetail = Record<string, string | number | boolean | null>;
