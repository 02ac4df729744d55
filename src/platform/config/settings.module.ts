import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Env } from './env.schema';

/** Injects the settings: `@Inject(ENV) env: Env`. */
export const ENV = Symbol('env');

/** The settings of the process, read once by its entry point. */
@Global()
@Module({})
export class SettingsModule {
  static with(env: Env): DynamicModule {
    return { module: SettingsModule, providers: [{ provide: ENV, useValue: env }], exports: [ENV] };
  }
}
