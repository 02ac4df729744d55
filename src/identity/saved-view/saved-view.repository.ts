import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ChangeView, SavedView, SaveView, ViewedList } from './saved-view.schema';

/** Whose a view is, PostgreSQL knows by itself: the transaction's user. */
@Injectable()
export class SavedViewRepository {
  /** The reader's own, then those shared with them, each in the order of saving. */
  of(list: ViewedList, tx: EntityManager): Promise<SavedView[]> {
    return tx.query<SavedView[]>(
      `SELECT v.id, v.name, v.filter, v.park_ids <> '{}' AS shared,
         CASE WHEN user_id = app.user_id() THEN NULL ELSE coalesce(owner.name, '') END AS owner
       FROM saved_views v LEFT JOIN LATERAL app.staff_names(ARRAY[v.user_id]) owner ON true
       WHERE list = $1 ORDER BY user_id <> app.user_id(), saved_at, v.id`,
      [list],
    );
  }

  /** Makes other saves of the same person wait until this transaction ends. */
  async lockOwn(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('saved views of ' || app.user_id(), 0))`);
  }

  async countOwn(tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM saved_views WHERE user_id = app.user_id()',
    );
    return row?.count ?? 0;
  }

  /** In place of the reader's own of the same name. */
  async save(
    id: string,
    { list, name, filter, shared }: SaveView,
    at: Date,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO saved_views (id, user_id, list, name, filter, park_ids, saved_at)
       VALUES ($1, app.user_id(), $2, $3, $4, CASE WHEN $5 THEN app.park_ids() ELSE '{}' END, $6)
       ON CONFLICT (user_id, list, name) DO UPDATE
         SET filter = excluded.filter, park_ids = excluded.park_ids, saved_at = excluded.saved_at`,
      [id, list, name, JSON.stringify(filter), shared, at],
    );
  }

  /** @returns the list it belongs to; undefined: the reader has no such view. */
  async change(id: string, { name, shared }: ChangeView, tx: EntityManager): Promise<ViewedList | undefined> {
    const [[row]] = await tx.query<[{ list: ViewedList }[], number]>(
      `UPDATE saved_views SET name = coalesce($2, name),
         park_ids = CASE $3::boolean WHEN true THEN app.park_ids() WHEN false THEN '{}' ELSE park_ids END
       WHERE id = $1 AND user_id = app.user_id() RETURNING list`,
      [id, name ?? null, shared ?? null],
    );
    return row?.list;
  }

  /** @returns as {@link change}. */
  async remove(id: string, tx: EntityManager): Promise<ViewedList | undefined> {
    const [[row]] = await tx.query<[{ list: ViewedList }[], number]>(
      'DELETE FROM saved_views WHERE id = $1 AND user_id = app.user_id() RETURNING list',
      [id],
    );
    return row?.list;
  }
}
