import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../platform/database/rows';
import { ParkEntity } from './park.entity';

@Injectable()
export class ParkRepository {
  /** All parks, in their order. */
  list(tx: EntityManager): Promise<ParkEntity[]> {
    return rowsOf(ParkEntity, 'ORDER BY ordinal, code', [], tx);
  }

  async findByCode(code: string, tx: EntityManager): Promise<ParkEntity | null> {
    const [park] = await rowsOf(ParkEntity, 'WHERE code = $1', [code], tx);
    return park ?? null;
  }

  /** Inserts what is new by code and brings name, city and order of the others up to date. */
  async upsert(parks: Omit<ParkEntity, 'createdAt'>[], tx: EntityManager): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(ParkEntity)
      .values(parks)
      .orUpdate(['name', 'city', 'ordinal'], ['code'])
      .execute();
  }
}
