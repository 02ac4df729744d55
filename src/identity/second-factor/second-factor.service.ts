import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { NotFound, RuleBroken } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import { FieldCipher } from '../../platform/crypto/field-cipher';
import { Database } from '../../platform/database/database';
import { AuditService } from '../audit/audit.service';
import { digestOf } from '../session/session-token';
import { type Throttled, ThrottleService } from '../session/throttle.service';
import { SessionRepository } from '../session/session.repository';
import { PasswordService } from '../user/password.service';
import { UserService } from '../user/user.service';
import type { FactorState, NewFactor } from './second-factor.schema';
import { SecondFactorRepository } from './second-factor.repository';
import { base32Of, findStep, newTotpSecret, totpUri } from './totp';

const ISSUER = '智创城';
const RECOVERY_CODES = 10;
/** 10 of 31 letters and digits: 49 bits, behind a throttle. */
const RECOVERY_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ2345679';
const SIX_DIGITS = /^\d{6}$/;

const newRecoveryCode = (): string =>
  Array.from({ length: 10 }, () => RECOVERY_LETTERS[randomInt(RECOVERY_LETTERS.length)])
    .join('')
    .replace(/^.{5}/, '$&-');

const digestOfCode = (userId: string, code: string): Buffer =>
  digestOf(`recovery:${userId}:${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`);

/** Codes of an authenticator app (TOTP, RFC 6238) beside the password, and recovery codes for when it is lost. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorRepository,
    private readonly throttles: ThrottleService,
    private readonly users: UserService,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionRepository,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Whether somebody has a second factor, since when, and how many recovery codes are left. */
  state(actor: Actor): Promise<FactorState> {
    const userId = actor.userId ?? '';
    return this.database.as(SYSTEM, async (tx) => ({
      since: (await this.factors.find(userId, tx))?.confirmedAt?.toISOString() ?? null,
      recoveryCodes: await this.factors.countRecoveryCodes(userId, tx),
    }));
  }

  /** Makes a secret, which works once a code of it was entered. @throws 422 USER.WRONG_PASSWORD */
  async begin(actor: Actor, password: string): Promise<NewFactor> {
    const userId = actor.userId ?? '';
    await this.passwords.requireOwn(actor, password);
    const { login } = await this.users.get(SYSTEM, userId);
    const secret = newTotpSecret();
    await this.database.as(SYSTEM, (tx) =>
      this.factors.begin(userId, this.cipher.encrypt(secret, placeOf(userId)), tx),
    );
    return { secret: base32Of(secret), uri: totpUri(secret, login, ISSUER) };
  }

  /** Puts the secret into force. @returns recovery codes, told this once. @throws 422 AUTH.WRONG_CODE; 429 */
  async confirm(actor: Actor, code: string): Promise<string[]> {
    const userId = actor.userId ?? '';
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const isRight = await this.guarded(userId, (tx) => this.takeCode(userId, code, 'nextSecret', tx));
    if (!isRight) throw wrongCode();
    await this.database.asOne(SYSTEM, async (tx) => {
      const hashes = codes.map((one) => digestOfCode(userId, one));
      await this.factors.confirm(userId, this.clock.now(), hashes, tx);
      await this.note(actor, 'user.second-factor-set', userId);
    });
    return codes;
  }

  /** @throws 422 AUTH.WRONG_CODE; 429 AUTH.THROTTLED */
  async prove(userId: string, code: string): Promise<void> {
    const isRight = await this.guarded(userId, async (tx) => {
      if (!(await this.factors.isConfirmed(userId, tx))) return false;
      return SIX_DIGITS.test(code)
        ? this.takeCode(userId, code, 'secret', tx)
        : this.factors.useRecoveryCode(userId, digestOfCode(userId, code), tx);
    });
    if (!isRight) throw wrongCode();
  }

  /** Takes somebody's second factor away, who lost it, and ends their sessions. */
  async reset(actor: Actor, userId: string): Promise<void> {
    await this.users.get(actor, userId);
    await this.database.asOne(SYSTEM, async (tx) => {
      if (!(await this.factors.find(userId, tx)))
        throw new NotFound('USER.NO_SECOND_FACTOR', 'There is none');
      await this.factors.remove(userId, tx);
      await this.sessions.removeAll(userId, tx);
      await this.note(actor, 'user.second-factor-reset', userId);
    });
  }

  private async takeCode(
    userId: string,
    code: string,
    which: 'secret' | 'nextSecret',
    tx: EntityManager,
  ): Promise<boolean> {
    const factor = await this.factors.find(userId, tx);
    const sealed = factor?.[which];
    if (!sealed) return false;
    const secret = this.cipher.decryptBytes(sealed, placeOf(userId));
    const step = findStep(secret, code, this.clock.now(), factor.lastStep);
    return step !== undefined && this.factors.take(userId, step, tx);
  }

  private guarded(userId: string, check: (tx: EntityManager) => Promise<boolean>): Promise<boolean> {
    const throttled: Throttled = { by: 'factor', value: userId };
    return this.database.as(SYSTEM, async (tx) => {
      await this.throttles.require([throttled], tx);
      const isRight = await check(tx);
      if (isRight) await this.throttles.clear(throttled, tx);
      else await this.throttles.countFailure([throttled], tx);
      return isRight;
    });
  }

  private note(actor: Actor, action: string, subjectId: string): Promise<void> {
    return this.database.as(actor, (tx) =>
      this.audit.record(actor, action, { subjectKind: 'user', subjectId }, tx),
    );
  }
}

const placeOf = (userId: string) => ({ table: 'second_factors', column: 'secret', rowId: userId });

const wrongCode = () => new RuleBroken('AUTH.WRONG_CODE', 'The code is wrong');
