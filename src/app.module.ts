import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { AccountsModule } from './identity/accounts.module';
import { IdentityModule } from './identity/identity.module';
import { OperationsModule } from './operations/operations.module';
import { ClockModule } from './platform/clock/clock.module';
import type { Env } from './platform/config/env.schema';
import { SettingsModule } from './platform/config/settings.module';
import { CryptoModule } from './platform/crypto/crypto.module';
import { DatabaseModule } from './platform/database/database.module';
import { HttpModule } from './platform/http/http.module';
import { StartPageModule } from './start-page/start-page.module';

/** What every web server is made of, whatever its features: tests add the features they are about. */
export const webModules = (env: Env): NonNullable<ModuleMetadata['imports']> => [
  SettingsModule.with(env),
  ClockModule,
  DatabaseModule.as('api'),
  CryptoModule,
  HttpModule,
  AccountsModule,
  IdentityModule,
  OperationsModule,
];

/** The features, from the lowest folder to the highest. */
const features = [StartPageModule];

/** The web server. */
@Module({})
export class AppModule {
  static with(env: Env): DynamicModule {
    return { module: AppModule, imports: [...webModules(env), ...features] };
  }
}
