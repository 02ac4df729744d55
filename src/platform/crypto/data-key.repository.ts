import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DataKey } from './data-key.entity';

@Injectable()
export class DataKeyRepository {
  async find(personId: string, tx: EntityManager): Promise<Buffer | undefined> {
    return (await tx.findOneBy(DataKey, { personId }))?.wrapped;
  }

  /** Keeps the key that is there already. */
  async add(personId: string, wrapped: Buffer, tx: EntityManager): Promise<void> {
    await tx.createQueryBuilder().insert().into(DataKey).values({ personId, wrapped }).orIgnore().execute();
  }

  async remove(personId: string, tx: EntityManager): Promise<void> {
    await tx.delete(DataKey, { personId });
  }
}
