import { type DynamicModule, Module } from '@nestjs/common';
import { features } from './app.module';
import { AccountsModule } from './identity/accounts.module';
import { ClockModule } from './platform/clock/clock.module';
import type { Env } from './platform/config/env.schema';
import { SettingsModule } from './platform/config/settings.module';
import { CryptoModule } from './platform/crypto/crypto.module';
import { DatabaseModule } from './platform/database/database.module';
import { SampleModule } from './sample/sample.module';

/** Every service without the web server: for the command line and for filling a new database. */
@Module({})
export class ServicesModule {
  static with(env: Env): DynamicModule {
    return {
      module: ServicesModule,
      imports: [
        SettingsModule.with(env),
        ClockModule,
        DatabaseModule.as('api'),
        CryptoModule,
        AccountsModule,
        ...features,
        SampleModule,
      ],
    };
  }
}
