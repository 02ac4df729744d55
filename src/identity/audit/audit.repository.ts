import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Page } from '../../common/page';
import { findPage, newestFirst } from '../../platform/database/keyset';
import { AuditEntry } from './audit-entry.entity';
import { AuditLink } from './audit-link.entity';
import type { AuditQuery } from './audit.schema';

/** One writer chains at a time; the number is arbitrary and only has to stay the same. */
const CHAIN_LOCK = 720_221_103;

@Injectable()
export class AuditRepository {
  /** No RETURNING: most who may add an entry may not read the log. */
  async insert(entries: AuditEntry[], tx: EntityManager): Promise<void> {
    await tx.createQueryBuilder().insert().into(AuditEntry).values(entries).updateEntity(false).execute();
  }

  list({ cursor, limit, from, to, ...filter }: AuditQuery, tx: EntityManager): Promise<Page<AuditEntry>> {
    const query = tx.createQueryBuilder(AuditEntry, 'entry').where(filter);
    const day = `(entry.at AT TIME ZONE 'Asia/Shanghai')::date`;
    if (from) query.andWhere(`${day} >= :from`, { from });
    if (to) query.andWhere(`${day} <= :to`, { to });
    return findPage(query, newestFirst('entry'), { cursor, limit });
  }

  /** The logins of accounts, by their id. */
  async loginsOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; login: string }[]>(
      'SELECT id, login FROM users WHERE id = ANY ($1::uuid[])',
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ id, login }) => [id, login]));
  }

  findByIds(ids: readonly string[], tx: EntityManager): Promise<AuditEntry[]> {
    return tx.findBy(AuditEntry, { id: In(ids) });
  }

  /** Held until the transaction ends. */
  async lockChain(tx: EntityManager): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
  }

  async findHead(tx: EntityManager): Promise<AuditLink | undefined> {
    const [head] = await tx.find(AuditLink, { order: { position: 'DESC' }, take: 1 });
    return head;
  }

  /** The links after `position`, in order. */
  linksAfter(position: number, limit: number, tx: EntityManager): Promise<AuditLink[]> {
    return tx
      .createQueryBuilder(AuditLink, 'link')
      .where('link.position > :position', { position })
      .orderBy('link.position')
      .limit(limit)
      .getMany();
  }

  /** The oldest entries that are in no link yet. */
  unlinked(limit: number, tx: EntityManager): Promise<AuditEntry[]> {
    return tx
      .createQueryBuilder(AuditEntry, 'entry')
      .where('NOT EXISTS (SELECT FROM audit_links WHERE entry_id = entry.id)')
      .orderBy('entry.id')
      .limit(limit)
      .getMany();
  }

  async insertLinks(links: AuditLink[], tx: EntityManager): Promise<void> {
    await tx.insert(AuditLink, links);
  }
}
