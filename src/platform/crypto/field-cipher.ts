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

const placeText = ({ table, column, rowId }: FieldPlace): string => `${table}.${column}:${rowId}`;

/** Encrypts single fields (AES-256-GCM) and makes keyed digests of them that can be searched for. */
@Injectable()
export class FieldCipher {
  constructor(private readonly ring: KeyRing) {}

  /** The ciphertext for a bytea column: 1 byte whose key, 4 bytes which, then iv, tag and text. */
  encrypt(plain: string, place: FieldPlace): Buffer {
    const { id, field } = this.ring.current;
    const { personKey } = place;
    const header = Buffer.concat([Buffer.of(personKey ? BY_PERSON : BY_MASTER), id]);
    return Buffer.concat([header, seal(Buffer.from(plain), personKey ?? field, placeText(place))]);
  }

  /** @throws when the place or key differ from those it was encrypted with, or it was changed. */
  decrypt(cipher: Buffer, place: FieldPlace): string {
    const box = cipher.subarray(1 + KEY_ID_BYTES);
    if (cipher[0] === BY_PERSON) {
      if (!place.personKey) throw new Error('The field was encrypted with a person’s key.');
      return unseal(box, place.personKey, placeText(place)).toString();
    }
    const { field } = this.ring.requireKey(cipher.subarray(1, 1 + KEY_ID_BYTES));
    return unseal(box, field, placeText(place)).toString();
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
