import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Env } from '../config/env.schema';
import { ENV } from '../config/settings.module';
import { DataKey } from './data-key.entity';
import { DataKeyRepository } from './data-key.repository';
import { FieldCipher } from './field-cipher';
import { KeyMaterialCheck } from './key-material.check';
import { KeyRing } from './key-ring';
import { readMasterKeys } from './master-key-file';
import { PersonKeys } from './person-keys';

const ringOf = ({ MASTER_KEY, DATA_DIR }: Env): KeyRing =>
  new KeyRing(MASTER_KEY === undefined ? readMasterKeys(DATA_DIR) : MASTER_KEY.split(','));

/** Encryption of single fields. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([DataKey])],
  providers: [
    { provide: KeyRing, inject: [ENV], useFactory: ringOf },
    FieldCipher,
    DataKeyRepository,
    PersonKeys,
    KeyMaterialCheck,
  ],
  exports: [FieldCipher, PersonKeys],
})
export class CryptoModule {}
