import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { DataKey } from './data-key.entity';
import { KEY_ID_BYTES } from './key-ring';

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

  /** Names (hexadecimal) of the master keys that wrap a key kept here. */
  async masterKeysInUse(tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<{ name: string }[]>(
      `SELECT DISTINCT encode(substring(wrapped FROM 1 FOR $1), 'hex') AS name FROM data_keys ORDER BY 1`,
      [KEY_ID_BYTES],
    );
    return rows.map(({ name }) => name);
  }

  async remove(personId: string, tx: EntityManager): Promise<void> {
    await tx.delete(DataKey, { personId });
  }
}
