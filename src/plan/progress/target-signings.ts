import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { NotFound } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { SigningService } from '../../signings/signing.service';
import type { SigningView } from '../../signings/signing.view';
import { CreditRepository } from '../crediting/credit.repository';
import type { TargetCreditEntity } from '../crediting/target-credit.entity';
import { type Places, PlanPlaces } from '../plan-places';
import type { TargetParam } from '../plan.schema';
import { PlanService } from '../plan.service';
import type { CreditPage, CreditView, TargetSigningsQuery } from './progress.schema';

/** Opens a number: the credits behind it, each with its signing and the papers that prove it. */
@Injectable()
export class TargetSignings {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly credits: CreditRepository,
    private readonly signings: SigningService,
    private readonly places: PlanPlaces,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Of those the actor may see. @throws 404 */
  async list(
    actor: Actor,
    at: TargetParam,
    { asOf, level, ...page }: TargetSigningsQuery,
  ): Promise<CreditPage> {
    const until = asOf === undefined ? this.clock.now() : new Date(asOf);
    const seen = await this.database.as(actor, async (tx) => {
      const { plan, target } = await this.plans.requireTarget(at.code, at.target, tx);
      const filter = { targetId: target.id, level, until };
      const { items, nextCursor } = await this.credits.page(filter, page, tx);
      return { filter, items: await this.views(plan.id, items, tx), nextCursor };
    });
    const total = await this.database.as(SYSTEM, (tx) => this.credits.count(seen.filter, tx));
    return { items: seen.items, nextCursor: seen.nextCursor, total };
  }

  private async views(
    planId: string,
    credits: readonly TargetCreditEntity[],
    tx: EntityManager,
  ): Promise<CreditView[]> {
    const places = await this.places.of(planId, tx);
    const signings = new Map<string, SigningView | null>();
    for (const { signingId } of credits)
      if (!signings.has(signingId)) signings.set(signingId, await this.findSigning(signingId, tx));
    return credits.map((credit) => viewOf(credit, signings.get(credit.signingId) ?? null, places));
  }

  /** null for what is not for the transaction's actor to see: the commission reads numbers, not signings. */
  private async findSigning(id: string, tx: EntityManager): Promise<SigningView | null> {
    try {
      return await this.signings.view(id, tx);
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  }
}

const viewOf = (credit: TargetCreditEntity, signing: SigningView | null, places: Places): CreditView => ({
  id: credit.id,
  signingId: credit.signingId,
  subject: {
    kind: credit.subjectKind,
    id: credit.subjectId,
    name: signing?.subjects.find(({ subjectId }) => subjectId === credit.subjectId)?.name ?? null,
  },
  level: credit.level,
  counts: credit.counts,
  reachedOn: credit.reachedOn,
  activity: places.activities.get(credit.activityId) ?? 0,
  park: places.parks.get(credit.parkId) ?? null,
  region: credit.region,
  yuan: credit.yuan,
  ruleVersion: credit.ruleVersion,
  creditedAt: credit.at.toISOString(),
  signing: signing && {
    code: signing.code,
    title: signing.title,
    state: signing.state,
    contractOn: signing.contractOn,
    version: signing.version,
  },
  documents: signing?.documents.filter(({ id }) => credit.proof.includes(id)) ?? [],
});
