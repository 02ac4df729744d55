import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KEY_ID_BYTES, KeyRing } from './key-ring';
import { seal, unseal } from './sealed-box';

/** Where a field lives: a ciphertext moved to another row, column or table no longer opens. */
export interface FieldPlace {
  table: string;
  column: string;
  rowId: string;
  /** The data key of the person the field belongs to (see PersonKeys); without it the installation's key is used. */
  personKey?: Buffer;
}

/** Marks, in the first byte, whose key a ciphertext was made with. */
const BY_MASTER = 1;
const BY_PERSON = 2;

const HEADER_BYTES = 1 + KEY_ID_BYTES;

/** What a ciphertext is bound to: its own header and the field's place. */
const boundTo = (header: Buffer, { table, column, rowId }: FieldPlace): string =>
  `${header.toString('hex')}:${table}.${column}:${rowId}`;

const bytesOf = (plain: string | Buffer): Buffer => (typeof plain === 'string' ? Buffer.from(plain) : plain);

/** Encrypts single fields (AES-256-GCM) and makes keyed digests of them that can be searched for. */
@Injectable()
export class FieldCipher {
  constructor(private readonly ring: KeyRing) {}

  /** The ciphertext for a bytea column: 1 byte whose key, 4 bytes which, then iv, tag and text. */
  encrypt(plain: string | Buffer, place: FieldPlace): Buffer {
    const { id, field } = this.ring.current;
    const { personKey } = place;
    const header = Buffer.concat([Buffer.of(personKey ? BY_PERSON : BY_MASTER), id]);
    return Buffer.concat([header, seal(bytesOf(plain), personKey ?? field, boundTo(header, place))]);
  }

  /** @throws when the place or key differ from those it was encrypted with, or it was changed. */
  decrypt(cipher: Buffer, place: FieldPlace): string {
    return this.decryptBytes(cipher, place).toString();
  }

  /** Like {@link decrypt}, for what is no text. */
  decryptBytes(cipher: Buffer, place: FieldPlace): Buffer {
    const header = cipher.subarray(0, HEADER_BYTES);
    const key = this.keyOf(header, place);
    return unseal(cipher.subarray(HEADER_BYTES), key, boundTo(header, place));
  }

  private keyOf(header: Buffer, { personKey }: FieldPlace): Buffer {
    if (header[0] !== BY_PERSON) return this.ring.requireKey(header.subarray(1)).field;
    if (!personKey) throw new Error('The field was encrypted with a person’s key.');
    return personKey;
  }

  /**
   * A digest to store beside a ciphertext and to find equal values by; the same value in another `column`
   * ("talents.phone") has another digest. The caller normalises the value first.
   */
  blindIndex(value: string, column: string): Buffer {
    return createHmac('sha256', this.ring.current.index).update(`${column}:${value}`).digest();
  }

  /** The digests under every key of the ring: while a key is being replaced a search must look for each. */
  blindIndexes(value: string, column: string): Buffer[] {
    return this.ring
      .all()
      .map(({ index }) => createHmac('sha256', index).update(`${column}:${value}`).digest());
  }
}
