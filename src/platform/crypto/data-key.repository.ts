import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { DataKey } from './data-key.entity';

@Injectable()
export class DataKeyRepository {
  async findAll(personIds: readonly string[], tx: EntityManager): Promise<DataKey[]> {
    return personIds.length === 0 ? [] : tx.findBy(DataKey, { personId: In([...personIds]) });
  }

  /** Keeps the keys that are there already. */
  async addAll(keys: readonly DataKey[], tx: EntityManager): Promise<void> {
    if (keys.length > 0)
      await tx
        .createQueryBuilder()
        .insert()
        .into(DataKey)
        .values([...keys])
        .orIgnore()
        .execute();
  }

  async remove(personId: string, tx: EntityManager): Promise<void> {
    await tx.delete(DataKey, { personId });
  }
}
