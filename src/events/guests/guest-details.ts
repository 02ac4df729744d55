import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { plainText } from '../../common/fields';
import { FieldCipher } from '../../platform/crypto/field-cipher';
import type { GuestEntity } from './guest.entity';

export const guestDetails = z.strictObject({
  name: plainText(100),
  post: plainText(100).optional(),
  phone: z
    .string()
    .regex(/^\+?[\d -]{5,20}$/)
    .optional(),
  email: z.email().max(254).optional(),
});
/** 人员, 职务, 手机, 邮箱 */
export type GuestDetails = z.infer<typeof guestDetails>;

const TAIL_COLUMN = 'session_guests.phone_tail';
const EMAIL_COLUMN = 'session_guests.email';
const TOKEN_COLUMN = 'session_guests.token';
const TAIL_DIGITS = 4;

/** Keeps who comes encrypted, and finds them by the end of their phone number without reading it. */
@Injectable()
export class GuestDetailsCipher {
  constructor(private readonly cipher: FieldCipher) {}

  seal(rowId: string, details: GuestDetails | undefined): Pick<GuestEntity, 'details' | 'tailIndex'> {
    if (details === undefined) return { details: null, tailIndex: null };
    const tail = details.phone?.replace(/\D/g, '').slice(-TAIL_DIGITS);
    return {
      details: this.cipher.encrypt(JSON.stringify(details), placeOf(rowId)),
      tailIndex: tail === undefined ? null : this.cipher.blindIndex(tail, TAIL_COLUMN),
    };
  }

  open({ id, details }: Pick<GuestEntity, 'id' | 'details'>): GuestDetails | null {
    return details && guestDetails.parse(JSON.parse(this.cipher.decrypt(details, placeOf(id))));
  }

  tailIndexes(tail: string): Buffer[] {
    return this.cipher.blindIndexes(tail, TAIL_COLUMN);
  }

  /** By which is known that a letter went to this address, without keeping the address. */
  addressIndex(email: string): Buffer {
    return this.cipher.blindIndex(email.toLowerCase(), EMAIL_COLUMN);
  }

  /** Whether such a digest is that of the address, under whichever key it was made. */
  isAddressIndex(index: Buffer | null, email: string): boolean {
    const indexes = this.cipher.blindIndexes(email.toLowerCase(), EMAIL_COLUMN);
    return index !== null && indexes.some((one) => one.equals(index));
  }

  /** What opens a guest's invitation, and stands in its QR code: its id and a keyed digest of it. */
  tokenOf(guestId: string): string {
    return `${guestId}.${this.cipher.blindIndex(guestId, TOKEN_COLUMN).toString('base64url')}`;
  }

  /** The guest whose token this is; undefined for one that we did not make. */
  guestOf(token: string): string | undefined {
    const [guestId = '', digest = ''] = token.split('.');
    const genuine = this.cipher
      .blindIndexes(guestId, TOKEN_COLUMN)
      .map((index) => index.toString('base64url'));
    return genuine.includes(digest) ? guestId : undefined;
  }
}

const placeOf = (rowId: string) => ({ table: 'session_guests', column: 'details', rowId });
