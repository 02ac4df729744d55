import { Global, Inject, Module } from '@nestjs/common';
import { systemClock } from '../../common/clock';

export const CLOCK = Symbol('clock');

/** Injects the {@link import('../../common/clock').Clock}; a test overrides it by `overrideProvider(CLOCK)`. */
export const InjectClock = () => Inject(CLOCK);

@Global()
@Module({ providers: [{ provide: CLOCK, useValue: systemClock }], exports: [CLOCK] })
export class ClockModule {}
