import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/field-cipher';

const placeOf = (userId: string) => ({ table: 'notice_settings', column: 'email', rowId: userId });

/** Mail addresses, which are stored encrypted only. */
@Injectable()
export class MailAddress {
  constructor(private readonly cipher: FieldCipher) {}

  seal(userId: string, email: string): Buffer {
    return this.cipher.encrypt(email, placeOf(userId));
  }

  open(userId: string, email: Buffer): string {
    return this.cipher.decrypt(email, placeOf(userId));
  }
}
