import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The place of an audit entry in the hash chain. */
@Entity('audit_links')
export class AuditLink {
  /** 1, 2, 3 … without a gap. */
  @PrimaryColumn('bigint')
  position!: number;

  @Column('uuid', { name: 'entry_id' })
  entryId!: string;

  /** SHA-256 over the link before and this entry. */
  @Column('bytea')
  hash!: Buffer;
}
