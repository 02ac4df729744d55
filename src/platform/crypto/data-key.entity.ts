import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's own encryption key, wrapped by the master key. Without it nothing of theirs can be read again. */
@Entity('data_keys')
export class DataKey {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @Column('bytea')
  wrapped!: Buffer;
}
