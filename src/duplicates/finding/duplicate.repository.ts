import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type DuplicateKind, TABLES } from '../duplicate-kind';
import type { DuplicatePairEntity } from './duplicate-pair.entity';
import { NotDuplicatesEntity } from './not-duplicates.entity';

/** One of those that are held against each other. */
export interface Candidate {
  id: string;
  /** Only those of one sort are held against each other: a technology need is never a hiring need. */
  sort: string;
  parkId: string | null;
  code: string;
  title: string;
  text: string;
  status: string | null;
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

/** A pair as it is shown: the two, found before, that are still two. */
export interface FoundPair extends Pick<
  DuplicatePairEntity,
  'firstId' | 'secondId' | 'reasons' | 'likeness'
> {
  /** How many there are. */
  total: number;
}

const NOBODY = `NULL AS "personId", NULL AS "personName", NULL AS phone`;

/** What differs between the records' tables. */
const OF_RECORDS = {
  need: { sort: 'r.kind', isTold: `r.kind = 'technology'`, behind: '', about: NOBODY },
  project: { sort: `''`, isTold: 'true', behind: '', about: NOBODY },
  talent: {
    sort: `''`,
    isTold: 'false',
    behind: 'LEFT JOIN persons p ON p.id = r.person_id',
    about: `r.person_id AS "personId", p.name AS "personName", encode(p.phone_index, 'hex') AS phone`,
  },
};

/** Those of a kind that may still come to something. */
const LIVE = (kind: DuplicateKind, row: string): string =>
  kind === 'organisation'
    ? `${row}.merged_into IS NULL`
    : `${row}.merged_into IS NULL AND ${row}.status NOT IN ('withdrawn', 'archived')`;

@Injectable()
export class DuplicateRepository {
  /** All live ones, or those of `ids`. */
  candidates(
    kind: DuplicateKind,
    tx: EntityManager,
    ids: readonly string[] | null = null,
  ): Promise<Candidate[]> {
    if (kind === 'organisation')
      return tx.query<Candidate[]>(
        `SELECT id, '' AS sort, NULL AS "parkId", coalesce(uscc, '') AS code, name AS title, coalesce(city, '') AS text,
           NULL AS status, updated_at AS "updatedAt", false AS "isTold", NULL AS owner, NULL AS "ownerName", uscc, ${NOBODY}
         FROM organisations r WHERE ${LIVE(kind, 'r')} AND ($1::uuid[] IS NULL OR id = ANY ($1)) ORDER BY id`,
        [ids],
      );
    const { sort, isTold, behind, about } = OF_RECORDS[kind];
    return tx.query<Candidate[]>(
      `SELECT r.id, ${sort} AS sort, r.park_id AS "parkId", r.code, r.title, r.text, r.status,
         r.updated_at AS "updatedAt", ${isTold} AS "isTold",
         r.organisation_id AS owner, o.name AS "ownerName", NULL AS uscc, ${about}
       FROM ${TABLES[kind]} r LEFT JOIN organisations o ON o.id = r.organisation_id ${behind}
       WHERE ${LIVE(kind, 'r')} AND ($1::uuid[] IS NULL OR r.id = ANY ($1)) ORDER BY r.id`,
      [ids],
    );
  }

  /** The likest pairs that are both live, in `parkIds` (null: any), and that nobody has said are two. */
  pairs(
    kind: DuplicateKind,
    parkIds: readonly string[] | null,
    limit: number,
    tx: EntityManager,
  ): Promise<FoundPair[]> {
    const inParks =
      kind === 'organisation'
        ? '$2::uuid[] IS DISTINCT FROM NULL OR true'
        : '$2::uuid[] IS NULL OR (a.park_id = ANY ($2) AND b.park_id = ANY ($2))';
    return tx.query<FoundPair[]>(
      `SELECT p.first_id AS "firstId", p.second_id AS "secondId", p.reasons, p.likeness, count(*) OVER ()::int AS total
       FROM duplicate_pairs p JOIN ${TABLES[kind]} a ON a.id = p.first_id JOIN ${TABLES[kind]} b ON b.id = p.second_id
       WHERE p.kind = $1 AND ${LIVE(kind, 'a')} AND ${LIVE(kind, 'b')} AND (${inParks})
         AND NOT EXISTS (SELECT FROM not_duplicates n WHERE n.first_id = p.first_id AND n.second_id = p.second_id)
       ORDER BY p.likeness DESC, p.first_id, p.second_id LIMIT $3`,
      [kind, parkIds, limit],
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
