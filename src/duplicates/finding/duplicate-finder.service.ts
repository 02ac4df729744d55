import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { NotFound } from '../../common/errors';
import { newId } from '../../common/ids';
import { termsOf } from '../../matching/duplicates/near-texts';
import type { SparseVector } from '../../matching/engine/sparse-vector';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { Placement } from '../../records/placement';
import type { DuplicateKind } from '../duplicate-kind';
import { requireOwn } from '../merging/merge-rights';
import { titleOf } from '../merging/merge.view';
import { isRecord, MergeSides } from '../merging/merge-sides';
import { type Candidate, DuplicateRepository } from './duplicate.repository';
import type {
  DismissalView,
  DismissRequest,
  DuplicateSide,
  DuplicatesQuery,
  DuplicatesView,
} from './duplicate-pair.schema';
import type { NotDuplicatesEntity } from './not-duplicates.entity';
import { pairUp } from './pair-up';

/** So many of the latest are held against each other. */
const LATEST = 3_000;
const MOST_SHOWN = 100;
/** Texts whose terms are kept: reading them is what takes time. */
const MOST_KEPT = 10_000;
const FIRST_WORDS = 60;

/** Finds what was likely entered twice, and remembers what people say is not. */
@Injectable()
export class DuplicateFinder {
  private readonly read = new Map<string, SparseVector>();

  constructor(
    private readonly database: Database,
    private readonly duplicates: DuplicateRepository,
    private readonly sides: MergeSides,
    private readonly placement: Placement,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Pairs that the actor may merge, in a park of theirs; the platform sees those of every park. @throws 400 for an unknown park */
  find(actor: Actor, { kind, park }: DuplicatesQuery): Promise<DuplicatesView> {
    return this.database.as(actor, async (tx) => {
      const parkId = await this.placement.parkId(park, tx);
      const own = actor.role === 'manager' ? null : actor.parkIds;
      const parks = parkId === undefined ? own : own === null || own.includes(parkId) ? [parkId] : [];
      const candidates = await this.duplicates.candidates(kind, parks, LATEST, tx);
      const dismissed = new Set(
        (await this.duplicates.dismissals(kind, tx)).map(({ firstId, secondId }) => `${firstId} ${secondId}`),
      );
      const pairs = pairUp(kind, candidates, (one) => this.termsOf(one)).filter(
        ({ first, second }) => !dismissed.has(`${first.id} ${second.id}`),
      );
      return {
        items: pairs.slice(0, MOST_SHOWN).map(({ first, second, reasons, likeness }) => ({
          first: sideOf(first),
          second: sideOf(second),
          reasons,
          likeness,
        })),
        compared: candidates.length,
        total: pairs.length,
      };
    });
  }

  dismissals(actor: Actor, kind: DuplicateKind): Promise<DismissalView[]> {
    return this.database.as(actor, async (tx) => {
      const said = await this.duplicates.dismissals(kind, tx);
      const views: DismissalView[] = [];
      for (const one of said) views.push(await this.view(one, tx));
      return views;
    });
  }

  /** Whoever may merge the two may say that they are two. @throws 404 RECORD.NOT_FOUND; 403 */
  dismiss(actor: Actor, { kind, first, second }: DismissRequest): Promise<DismissalView> {
    return this.database.as(actor, async (tx) => {
      const sides = await this.sides.require(kind, first, second, tx);
      requireOwn(actor, kind, sides);
      const [firstId, secondId] = first < second ? [first, second] : [second, first];
      const parkId = isRecord(sides.into) ? sides.into.parkId : null;
      const said = { id: newId(), kind, firstId, secondId, parkId };
      await this.duplicates.dismiss({ ...said, saidBy: actor.userId, saidAt: this.clock.now() }, tx);
      const kept = await this.duplicates.findDismissal(firstId, secondId, tx);
      if (!kept) throw noSuchDismissal();
      return this.view(kept, tx);
    });
  }

  /** Takes the word back: the two are listed again. @throws 404 */
  async restore(actor: Actor, id: string): Promise<void> {
    const restored = await this.database.as(actor, (tx) => this.duplicates.restore(id, tx));
    if (!restored) throw noSuchDismissal();
  }

  private async view(said: NotDuplicatesEntity, tx: EntityManager): Promise<DismissalView> {
    const { id, kind, firstId, secondId, saidBy, saidAt } = said;
    const [first, second] = [
      await this.sides.find(kind, firstId, tx),
      await this.sides.find(kind, secondId, tx),
    ];
    return {
      ...{ id, kind, first: firstId, second: secondId, saidBy },
      firstTitle: first && titleOf(first),
      secondTitle: second && titleOf(second),
      saidAt: saidAt.toISOString(),
    };
  }

  private termsOf(one: Candidate): SparseVector {
    const key = `${one.id} ${one.version}`;
    const known = this.read.get(key) ?? termsOf(one);
    // What was used last is kept longest.
    this.read.delete(key);
    this.read.set(key, known);
    const [oldest] = this.read.keys();
    if (this.read.size > MOST_KEPT && oldest !== undefined) this.read.delete(oldest);
    return known;
  }
}

const noSuchDismissal = () => new NotFound('MERGE.NO_DISMISSAL', 'Nobody said so of the two');

const sideOf = ({
  id,
  code,
  title,
  text,
  status,
  updatedAt,
  ownerName,
  personName,
}: Candidate): DuplicateSide => ({
  id,
  code,
  title,
  detail: personName ?? ownerName ?? ([...text].slice(0, FIRST_WORDS).join('') || null),
  status: status as DuplicateSide['status'],
  updatedAt: updatedAt.toISOString(),
});
