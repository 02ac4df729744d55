import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { type Clock, dayOf } from '../common/clock';
import { InvalidInput, RuleBroken } from '../common/errors';
import { newId } from '../common/ids';
import type { MatchEntity } from '../matching/review/match.entity';
import { InjectClock } from '../platform/clock/clock.module';
import { Placement } from '../records/placement';
import { recordCode } from '../records/record-code';
import { RecordCodeRepository } from '../records/record-code.repository';
import { levelOfDocument } from '../taxonomy/document-rules';
import { canSignAs, linksOf } from './new-signing';
import { SigningDesk } from './signing-desk';
import { SigningMatch } from './signing-match';
import { agreedBy, SigningPapers } from './signing-papers';
import type { RecordSigning } from './signing.schema';
import type { SigningEntity } from './signing.entity';

/** Enters the row and the papers of a new signing and moves its match; whom it is about comes from the caller. */
@Injectable()
export class SigningRecorder {
  constructor(
    private readonly desk: SigningDesk,
    private readonly papers: SigningPapers,
    private readonly matches: SigningMatch,
    private readonly codes: RecordCodeRepository,
    private readonly placement: Placement,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * @throws 422 SIGNING.NOTHING_PROVED when no paper proves anything of this kind; 422 SIGNING.WRONG_KIND for a match that
   *   cannot be signed as this; 409 SIGNING.MATCH_SIGNED; 409 MATCH.ILLEGAL_MOVE; 400 RECORD.PARK_MISSING
   */
  async record(
    actor: Actor,
    input: RecordSigning,
    sampleSet: string | null,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const match = input.match === undefined ? undefined : await this.matches.require(input.match, tx);
    if (match && !canSignAs(match.pairKind, input.kind))
      throw new RuleBroken('SIGNING.WRONG_KIND', 'The match cannot be signed as this kind', {
        params: { kind: input.kind },
      });
    const signing = await this.draft(actor, input, match, sampleSet, tx);
    const proves = input.documents.some(({ kind }) => levelOfDocument(input.kind, kind));
    if (!proves || (match && signing.level === null))
      throw new RuleBroken('SIGNING.NOTHING_PROVED', 'No paper proves anything', {
        errors: [{ pointer: '/documents', detail: 'Nothing is proved', code: 'SIGNING.NOTHING_PROVED' }],
      });
    await this.desk.add(actor, signing, tx);
    await this.papers.add(actor, signing, input.documents, tx);
    if (match && signing.level) await this.matches.advance(actor, match.id, signing.level, tx);
    return signing;
  }

  private async draft(
    actor: Actor,
    input: RecordSigning,
    match: MatchEntity | undefined,
    sampleSet: string | null,
    tx: EntityManager,
  ): Promise<SigningEntity> {
    const now = this.clock.now();
    const year = Number(dayOf(now).slice(0, 4));
    const { kind, form = null, contractOn = null } = input;
    const papers = input.documents.map((paper) => ({ ...paper, id: paper.attachment }));
    return {
      id: newId(),
      code: recordCode('signing', year, await this.codes.take('signing', year, 1, tx)),
      kind,
      title: input.title,
      ...linksOf(input, match),
      parkId: await this.parkOf(actor, input.park, match?.demandParkId ?? null, tx),
      activityId: input.activity ?? null,
      regionOfOrigin: input.regionOfOrigin ?? null,
      onSite: input.onSite,
      source: input.source ?? (match ? 'platform' : 'self-reported'),
      ceremonyOn: input.ceremonyOn ?? null,
      ...agreedBy(papers, { kind, form, contractOn }),
      amounts: input.amounts,
      state: 'park-check',
      checkedBy: null,
      checkedAt: null,
      confirmedBy: null,
      confirmedAt: null,
      voidedAt: null,
      voidReason: null,
      explanation: null,
      version: 1,
      recordedBy: actor.userId,
      sampleSet: sampleSet ?? match?.sampleSet ?? null,
      createdAt: now,
      updatedAt: now,
    };
  }

  /** Every signing has a park, whose lead makes the first check: that of the demand, else the one stated. */
  private async parkOf(
    actor: Actor,
    code: string | undefined,
    ofDemand: string | null,
    tx: EntityManager,
  ): Promise<string> {
    if (ofDemand !== null && code === undefined) return ofDemand;
    const { parkId } = await this.placement.of(actor, { park: code }, tx);
    if (parkId !== null && parkId === (ofDemand ?? parkId)) return parkId;
    const wrong = parkId === null ? 'RECORD.PARK_MISSING' : 'SIGNING.PARK_OF_MATCH';
    throw new InvalidInput('INPUT.INVALID', 'The park is missing or wrong', {
      errors: [{ pointer: '/park', detail: 'Missing or wrong', code: wrong }],
    });
  }
}
