import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/field-cipher';
import type { WebhookEntity } from './webhook.entity';

const placeOf = (rowId: string, column: 'url' | 'secret') => ({ table: 'webhooks', column, rowId });

/** Address and secret of a webhook, which are stored encrypted only. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly cipher: FieldCipher) {}

  seal(id: string, url: string, secret: string | null): Pick<WebhookEntity, 'url' | 'secret'> {
    return {
      url: this.cipher.encrypt(url, placeOf(id, 'url')),
      secret: secret === null ? null : this.cipher.encrypt(secret, placeOf(id, 'secret')),
    };
  }

  open({ id, url, secret }: Pick<WebhookEntity, 'id' | 'url' | 'secret'>): {
    url: string;
    secret: string | null;
  } {
    return {
      url: this.cipher.decrypt(url, placeOf(id, 'url')),
      secret: secret === null ? null : this.cipher.decrypt(secret, placeOf(id, 'secret')),
    };
  }
}
