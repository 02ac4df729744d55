import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type DuplicateKind, TABLES } from '../duplicate-kind';
import { NotDuplicatesEntity } from './not-duplicates.entity';

/** One of those that are held against each other. */
export interface Candidate {
  id: string;
  /** Only those of one home are held against each other: the park, and for needs their kind. */
  home: string;
  code: string;
  title: string;
  text: string;
  status: string | null;
  version: number;
  updatedAt: Date;
  /** Its text says what it is; positions and people are alike by nature. */
  isTold: boolean;
  /** Whose it is. */
  owner: string | null;
  ownerName: string | null;
  /** The organisation's credit code, or the person's blind digests: equal for equal ones. */
  uscc: string | null;
  personId: string | null;
  personName: string | null;
  phone: string | null;
}

const NOBODY = `NULL AS "personId", NULL AS "personName", NULL AS phone`;

/** What differs between the records' tables. */
const OF_RECORDS = {
  need: { own: 'r.kind', isTold: `r.kind = 'technology'`, behind: '', about: NOBODY },
  project: { own: `''`, isTold: 'true', behind: '', about: NOBODY },
  talent: {
    own: `''`,
    isTold: 'false',
    behind: 'LEFT JOIN persons p ON p.id = r.person_id',
    about: `r.person_id AS "personId", p.name AS "personName", encode(p.phone_index, 'hex') AS phone`,
  },
};

@Injectable()
export class DuplicateRepository {
  /** The latest `limit` of those that the parks (null: all) have and that may still come to something. */
  candidates(
    kind: DuplicateKind,
    parkIds: readonly string[] | null,
    limit: number,
    tx: EntityManager,
  ): Promise<Candidate[]> {
    if (kind === 'organisation')
      return tx.query<Candidate[]>(
        `SELECT id, '' AS home, coalesce(uscc, '') AS code, name AS title, coalesce(city, '') AS text, NULL AS status,
           version, updated_at AS "updatedAt", false AS "isTold", NULL AS owner, NULL AS "ownerName", uscc, ${NOBODY}
         FROM organisations WHERE merged_into IS NULL ORDER BY updated_at DESC, id LIMIT $1`,
        [limit],
      );
    const { own, isTold, behind, about } = OF_RECORDS[kind];
    return tx.query<Candidate[]>(
      `SELECT r.id, concat_ws('|', r.park_id, ${own}) AS home, r.code, r.title, r.text, r.status,
         r.content_version AS version, r.updated_at AS "updatedAt", ${isTold} AS "isTold",
         r.organisation_id AS owner, o.name AS "ownerName", NULL AS uscc, ${about}
       FROM ${TABLES[kind]} r LEFT JOIN organisations o ON o.id = r.organisation_id ${behind}
       WHERE r.merged_into IS NULL AND r.status NOT IN ('withdrawn', 'archived')
         AND ($2::uuid[] IS NULL OR r.park_id = ANY ($2))
       ORDER BY r.updated_at DESC, r.id LIMIT $1`,
      [limit, parkIds],
    );
  }

  dismissals(kind: DuplicateKind, tx: EntityManager): Promise<NotDuplicatesEntity[]> {
    return tx.find(NotDuplicatesEntity, { where: { kind }, order: { id: 'DESC' } });
  }

  /** Said already, it stays said. */
  async dismiss(said: NotDuplicatesEntity, tx: EntityManager): Promise<void> {
    await tx.createQueryBuilder().insert().into(NotDuplicatesEntity).values(said).orIgnore().execute();
  }

  findDismissal(firstId: string, secondId: string, tx: EntityManager): Promise<NotDuplicatesEntity | null> {
    return tx.findOneBy(NotDuplicatesEntity, { firstId, secondId });
  }

  /** False when there is none, or none of the actor's to take back. */
  async restore(id: string, tx: EntityManager): Promise<boolean> {
    const { affected } = await tx.delete(NotDuplicatesEntity, { id });
    return affected === 1;
  }
}
