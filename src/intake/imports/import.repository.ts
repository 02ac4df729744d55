import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Page } from '../../common/page';
import { findPage, newestFirst } from '../../platform/database/keyset';
import { ImportEntity } from './import.entity';
import type { ImportState } from './import-state';

@Injectable()
export class ImportRepository {
  async insert(row: ImportEntity, tx: EntityManager): Promise<void> {
    await tx.insert(ImportEntity, row);
  }

  find(id: string, tx: EntityManager): Promise<ImportEntity | null> {
    return tx.findOneBy(ImportEntity, { id });
  }

  page(page: { cursor?: string; limit: number }, tx: EntityManager): Promise<Page<ImportEntity>> {
    return findPage(tx.createQueryBuilder(ImportEntity, 'i'), newestFirst<ImportEntity>('i'), page);
  }

  /** Changes an import that is in one of the states `from`, and tells those who watch; false when it is not. */
  async change(
    id: string,
    from: readonly ImportState[],
    changes: Partial<ImportEntity>,
    tx: EntityManager,
  ): Promise<boolean> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(ImportEntity)
      .set(changes)
      .where('id = :id AND state = ANY (:from)', { id, from })
      .execute();
    await this.tell(tx);
    return affected === 1;
  }

  /** Counts `rows` more as done. */
  async advance(id: string, rows: number, tx: EntityManager): Promise<void> {
    await tx.query('UPDATE imports SET done = least(total, done + $2) WHERE id = $1', [id, rows]);
    await this.tell(tx);
  }

  async remove(id: string, tx: EntityManager): Promise<void> {
    await tx.delete(ImportEntity, { id });
  }

  private async tell(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_notify('imports', '')`);
  }
}
