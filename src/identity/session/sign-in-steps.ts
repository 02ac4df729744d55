import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type Role, SYSTEM } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { InjectClock } from '../../platform/clock/clock.module';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { Database } from '../../platform/database/database';
import { SecondFactorRepository } from '../second-factor/second-factor.repository';
import { CredentialRepository } from '../user/credential.repository';

/** What may still be asked of somebody whose password was right, in this order. */
export const STEPS = ['second-factor', 'new-password', 'set-up-second-factor'] as const;
export type Step = (typeof STEPS)[number];

/** They decide about people and money of many: a password alone is too little on a network. */
const WITH_SECOND_FACTOR: readonly Role[] = ['manager', 'park-lead', 'officer'];
const DAY_MS = 86_400_000;

/** Decides what somebody who signs in has still to do before the session opens anything. */
@Injectable()
export class SignInSteps {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorRepository,
    private readonly credentials: CredentialRepository,
    @InjectClock() private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** After the password. */
  first(actor: Actor): Promise<Step | null> {
    return this.next(actor, ['second-factor', 'new-password', 'set-up-second-factor']);
  }

  /** After the code of the second factor. */
  afterFactor(actor: Actor): Promise<Step | null> {
    return this.next(actor, ['new-password', 'set-up-second-factor']);
  }

  private next({ userId, role }: Actor, steps: readonly Step[]): Promise<Step | null> {
    const id = userId ?? '';
    return this.database.as(SYSTEM, async (tx) => {
      const hasFactor = await this.factors.isConfirmed(id, tx);
      const isDue: Record<Step, boolean> = {
        'second-factor': hasFactor,
        'new-password': this.needsNewPassword(await this.credentials.ageOf(id, tx)),
        'set-up-second-factor': !hasFactor && this.needsFactor(role),
      };
      return steps.find((step) => isDue[step]) ?? null;
    });
  }

  private needsNewPassword(age: { changedAt: Date; isTemporary: boolean } | undefined): boolean {
    const { PASSWORD_DAYS } = this.env;
    if (!age) return false;
    const days = (this.clock.now().getTime() - age.changedAt.getTime()) / DAY_MS;
    return age.isTemporary || (PASSWORD_DAYS > 0 && days > PASSWORD_DAYS);
  }

  private needsFactor(role: Role): boolean {
    const { SECOND_FACTOR, PUBLIC_URL } = this.env;
    if (SECOND_FACTOR === 'auto') return PUBLIC_URL !== undefined && WITH_SECOND_FACTOR.includes(role);
    return SECOND_FACTOR === 'all';
  }
}
