import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { type Observable, from, lastValueFrom } from 'rxjs';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { InvalidInput, RuleBroken } from '../../common/errors';
import { InjectClock } from '../clock/clock.module';
import { FieldCipher } from '../crypto/field-cipher';
import { Database } from '../database/database';
import { IdempotencyRepository } from './idempotency.repository';
import { NEVER_REPLAYED } from './never-replayed.decorator';
import { currentRequest } from './request-context';

const KEPT_MS = 24 * 3_600_000;
const KEY = /^[\x21-\x7e]{8,100}$/;

interface Claim {
  actor: Actor;
  userId: string;
  key: string;
  hash: Buffer;
}

const placeOf = ({ userId, key }: Claim) => ({
  table: 'idempotency_keys',
  column: 'answer',
  rowId: `${userId}/${key}`,
});

/**
 * Carries a request with an `Idempotency-Key` out once: key, effect and answer are stored in one transaction, so a retry
 * within 24 hours either finds all of them, and gets the same answer, or none. A refused request leaves nothing.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(
    private readonly database: Database,
    private readonly answers: IdempotencyRepository,
    private readonly cipher: FieldCipher,
    private readonly reflector: Reflector,
    @InjectClock() private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const key = request.get('idempotency-key');
    const actor = currentRequest()?.actor;
    const isExempt = this.reflector.getAllAndOverride<true | undefined>(NEVER_REPLAYED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (key === undefined || request.method === 'GET' || !actor?.userId || isExempt) return next.handle();
    if (!KEY.test(key))
      throw new InvalidInput('HTTP.IDEMPOTENCY_KEY_INVALID', 'Idempotency-Key is malformed');
    const claim = { actor, userId: actor.userId, key, hash: hashOf(request) };
    return from(this.once(claim, context.switchToHttp().getResponse<Response>(), next));
  }

  private once(claim: Claim, response: Response, next: CallHandler<unknown>): Promise<unknown> {
    const { actor, userId, key, hash } = claim;
    const now = this.clock.now();
    return this.database.asOne(actor, async (tx) => {
      await this.answers.removeBefore(userId, new Date(now.getTime() - KEPT_MS), tx);
      if (!(await this.answers.claim(userId, key, hash, now, tx))) return this.replay(claim, response, tx);
      const body = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const answer = body === undefined ? null : this.cipher.encrypt(JSON.stringify(body), placeOf(claim));
      await this.answers.keepAnswer(userId, key, response.statusCode, answer, tx);
      return body;
    });
  }

  private async replay(claim: Claim, response: Response, tx: EntityManager): Promise<unknown> {
    const kept = await this.answers.find(claim.userId, claim.key, tx);
    if (!kept?.requestHash.equals(claim.hash)) {
      throw new RuleBroken('HTTP.IDEMPOTENCY_KEY_REUSED', 'The key was used for a different request');
    }
    response.status(kept.status).setHeader('Idempotency-Replayed', 'true');
    return kept.answer === null ? undefined : JSON.parse(this.cipher.decrypt(kept.answer, placeOf(claim)));
  }
}

const hashOf = (request: Request): Buffer =>
  createHash('sha256')
    .update(`${request.method} ${request.originalUrl}\n${request.get('if-match') ?? ''}\n`)
    .update(JSON.stringify(request.body ?? null))
    .digest();
