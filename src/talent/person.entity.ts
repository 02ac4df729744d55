import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person once in the network; how to reach them is kept apart, per park. */
@Entity('persons')
export class PersonEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** null once the person was deleted at their own wish. */
  @Column('text', { nullable: true })
  name!: string | null;

  /** Pinyin initials of the name; the repository writes them, only searches read them. */
  @Column('text', { select: false })
  readonly initials?: string;

  /** Keyed digests: equal values are found, none can be read. */
  @Column('bytea', { name: 'phone_index', nullable: true })
  phoneIndex!: Buffer | null;

  @Column('bytea', { name: 'email_index', nullable: true })
  emailIndex!: Buffer | null;

  @Column('bytea', { name: 'id_number_index', nullable: true })
  idNumberIndex!: Buffer | null;

  /** The person that stays where one was entered as two. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** How one park reaches a person; encrypted with the person's own key. */
@Entity('person_contacts')
export class PersonContactEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  @Column('bytea', { nullable: true })
  phone!: Buffer | null;

  @Column('bytea', { nullable: true })
  email!: Buffer | null;

  @Column('bytea', { name: 'id_number', nullable: true })
  idNumber!: Buffer | null;
}
