import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DataKeyRepository } from './data-key.repository';
import { KEY_ID_BYTES, KeyRing } from './key-ring';
import { seal, unseal } from './sealed-box';

const placeOf = (personId: string): string => `data_keys.wrapped:${personId}`;

/** The key of a row of `data_keys`. @throws when its master key is missing or it is another person's */
export function unwrapPersonKey(ring: KeyRing, personId: string, wrapped: Buffer): Buffer {
  const { wrap } = ring.requireKey(wrapped.subarray(0, KEY_ID_BYTES));
  return unseal(wrapped.subarray(KEY_ID_BYTES), wrap, placeOf(personId));
}

/** One encryption key a person, so that forgetting the key forgets them in every copy and backup. */
@Injectable()
export class PersonKeys {
  constructor(
    private readonly ring: KeyRing,
    private readonly keys: DataKeyRepository,
  ) {}

  /** The person's key; undefined when it was destroyed or never made. */
  async find(personId: string, tx: EntityManager): Promise<Buffer | undefined> {
    return (await this.findAll([personId], tx)).get(personId);
  }

  /** The keys by person, of those whose key was made and not destroyed. */
  async findAll(personIds: readonly string[], tx: EntityManager): Promise<Map<string, Buffer>> {
    const found = await this.keys.findAll(personIds, tx);
    return new Map(
      found.map(({ personId, wrapped }) => [personId, unwrapPersonKey(this.ring, personId, wrapped)]),
    );
  }

  /** The person's key, made when there is none; two callers at once get the same. */
  async keyOf(personId: string, tx: EntityManager): Promise<Buffer> {
    const key = (await this.keysOf([personId], tx)).get(personId);
    if (!key) throw new Error('A data key vanished while it was made.');
    return key;
  }

  /** The keys by person, made where there is none. */
  async keysOf(personIds: readonly string[], tx: EntityManager): Promise<Map<string, Buffer>> {
    const known = await this.findAll(personIds, tx);
    const missing = personIds.filter((personId) => !known.has(personId));
    if (missing.length === 0) return known;
    const { id, wrap } = this.ring.current;
    const made = missing.map((personId) => ({
      personId,
      wrapped: Buffer.concat([id, seal(randomBytes(32), wrap, placeOf(personId))]),
    }));
    await this.keys.addAll(made, tx);
    return new Map([...known, ...(await this.findAll(missing, tx))]);
  }

  /** Destroys the key: what it encrypted can never be read again. */
  destroy(personId: string, tx: EntityManager): Promise<void> {
    return this.keys.remove(personId, tx);
  }
}
