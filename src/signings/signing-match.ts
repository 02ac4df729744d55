import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { MatchEntity } from '../matching/review/match.entity';
import { StageService } from '../matching/review/stage.service';
import type { PaperLevel } from './paper-level';
import { isLive } from './signing-life';
import { SigningRepository } from './signing.repository';

/** Keeps the match where its signing says it is, in the same transaction. */
@Injectable()
export class SigningMatch {
  constructor(
    private readonly stages: StageService,
    private readonly signings: SigningRepository,
  ) {}

  /** @throws 404 MATCH.NOT_FOUND */
  require(id: string, tx: EntityManager): Promise<MatchEntity> {
    return this.stages.require(id, tx);
  }

  /**
   * A contract takes the match to signed, an intention to agreed; a match signed before, whose signing was refused or
   * revoked, stays so. @throws 409 MATCH.ILLEGAL_MOVE from a stage in which nothing can be signed
   */
  async advance(actor: Actor, matchId: string, level: PaperLevel, tx: EntityManager): Promise<void> {
    const { stage, version } = await this.stages.require(matchId, tx);
    if (stage === 'signed') return;
    if (level === 'signed')
      await this.stages.move(actor, { matchId, version, to: 'signed', command: 'sign' }, tx);
    else if (stage !== 'agreed')
      await this.stages.move(actor, { matchId, version, to: 'agreed', command: 'review' }, tx);
  }

  /** A void contract ends the match, unless a later signing of it stands. */
  async end(actor: Actor, matchId: string, reason: string, tx: EntityManager): Promise<void> {
    const { stage, version } = await this.stages.require(matchId, tx);
    const others = await this.signings.ofMatch(matchId, tx);
    if (stage !== 'signed' || others.some(isLive)) return;
    await this.stages.move(
      actor,
      { matchId, version, to: 'terminated', command: 'void-contract', note: reason },
      tx,
    );
  }
}
