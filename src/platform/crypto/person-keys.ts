import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DataKeyRepository } from './data-key.repository';
import { KEY_ID_BYTES, KeyRing } from './key-ring';
import { seal, unseal } from './sealed-box';

const placeOf = (personId: string): string => `data_keys.wrapped:${personId}`;

/** One encryption key a person, so that forgetting the key forgets them in every copy and backup. */
@Injectable()
export class PersonKeys {
  constructor(
    private readonly ring: KeyRing,
    private readonly keys: DataKeyRepository,
  ) {}

  /** The person's key; undefined when it was destroyed or never made. */
  async find(personId: string, tx: EntityManager): Promise<Buffer | undefined> {
    const wrapped = await this.keys.find(personId, tx);
    if (!wrapped) return undefined;
    const { wrap } = this.ring.requireKey(wrapped.subarray(0, KEY_ID_BYTES));
    return unseal(wrapped.subarray(KEY_ID_BYTES), wrap, placeOf(personId));
  }

  /** The person's key, made when there is none; two callers at once get the same. */
  async keyOf(personId: string, tx: EntityManager): Promise<Buffer> {
    const known = await this.find(personId, tx);
    if (known) return known;
    const { id, wrap } = this.ring.current;
    await this.keys.add(personId, Buffer.concat([id, seal(randomBytes(32), wrap, placeOf(personId))]), tx);
    const made = await this.find(personId, tx);
    if (!made) throw new Error('A data key vanished while it was made.');
    return made;
  }

  /** Destroys the key: what it encrypted can never be read again. */
  destroy(personId: string, tx: EntityManager): Promise<void> {
    return this.keys.remove(personId, tx);
  }
}
