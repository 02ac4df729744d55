import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { Database } from '../database/database';
import { DataKeyRepository } from './data-key.repository';
import { KeyRing } from './key-ring';

/** Data was written with a master key that this installation lacks; the message says how to bring it back. */
export class MissingKeyMaterial extends Error {
  override readonly name = 'MissingKeyMaterial';
}

/** Refuses to start without the keys that persons' data was encrypted with: it could be neither read nor deleted. */
@Injectable()
export class KeyMaterialCheck implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly keys: DataKeyRepository,
    private readonly ring: KeyRing,
  ) {}

  async onModuleInit(): Promise<void> {
    const used = await this.database.as(WORKER, (tx) => this.keys.masterKeysInUse(tx));
    const present = new Set(this.ring.names());
    const missing = used.filter((key) => !present.has(key));
    if (missing.length > 0)
      throw new MissingKeyMaterial(
        `Contacts and files were encrypted with master key ${missing.join(', ')}, which is not here. ` +
          'Put the file master.key back into DATA_DIR, or add the key to MASTER_KEY, behind a comma.',
      );
  }
}
