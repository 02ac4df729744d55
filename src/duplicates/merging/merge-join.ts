import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { Stale } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import { RecordDesk } from '../../records/record-desk';
import type { RecordEntity } from '../../records/record.entity';
import type { TalentEntity } from '../../talent/talent.entity';
import { type DuplicateKind, TABLES } from '../duplicate-kind';
import { ChangeLog } from './change-log';
import { fieldPairs, type Keep, merged } from './fields';
import { linksOf } from './links';
import { MatchMerge, twoSignings } from './match-merge';
import { MergeFigures } from './merge-figures';
import type { Hanging } from './merge.entity';
import { MergeRepository } from './merge.repository';
import { requireFit } from './merge-rights';
import type { FigureChange, MergeRequest } from './merge.schema';
import { isRecord, MergeSides, rowOf, type Side, type Sides } from './merge-sides';
import { PersonMerge } from './person-merge';

/** What a merge did. */
export interface Joined {
  sides: Sides;
  log: ChangeLog;
  /** Matches that ended within another of the same pair. */
  ended: string[];
  figures: FigureChange[];
  fromVersion: number;
  intoVersion: number;
}

/** The act itself, in one transaction of the system: the caller has seen to the rights of who asks. */
@Injectable()
export class MergeJoin {
  constructor(
    private readonly sides: MergeSides,
    private readonly merges: MergeRepository,
    private readonly matches: MatchMerge,
    private readonly persons: PersonMerge,
    private readonly figures: MergeFigures,
    private readonly desk: RecordDesk,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws as requireFit; 412 HTTP.STALE; 409 MERGE.TWO_SIGNINGS, MERGE.SAME_SIGNING, MERGE.SAME_SOURCE and those of PersonMerge */
  async run(actor: Actor, request: MergeRequest, tx: EntityManager): Promise<Joined> {
    const { kind, from: fromId, into: intoId, reason } = request;
    await this.merges.lock(tx);
    await this.sides.lock(kind, [fromId, intoId], tx);
    const sides = await this.sides.require(kind, fromId, intoId, tx);
    requireFit(kind, sides);
    if (sides.from.version !== request.fromVersion || sides.into.version !== request.intoVersion)
      throw new Stale('HTTP.STALE', 'The record was changed by somebody else');
    const log = new ChangeLog(tx);
    const joined = { ended: [] as string[], fromVersion: 0, intoVersion: 0 };
    const occasion = { cause: 'merge' as const, reason, userId: actor.userId };
    const figures = await this.figures.around(
      kind,
      [sides.from, sides.into],
      occasion,
      async () => {
        Object.assign(joined, await this.join(actor, request, sides, log, tx));
      },
      tx,
    );
    if (isRecord(sides.into) && kind !== 'organisation')
      await this.desk.rematch(kind, [sides.from as RecordEntity, sides.into], tx);
    return { sides, log, figures, ...joined };
  }

  /** What hangs on the surviving record, and on the person behind it. */
  async links(kind: DuplicateKind, side: Side, tx: EntityManager): Promise<Record<string, Hanging>> {
    const personId = kind === 'talent' ? (side as TalentEntity).personId : null;
    return {
      ...(await this.merges.links(kind, side.id, tx)),
      ...(personId && (await this.merges.links('person', personId, tx))),
    };
  }

  private async join(
    actor: Actor,
    { kind, reason, fields }: MergeRequest,
    { from, into }: Sides,
    log: ChangeLog,
    tx: EntityManager,
  ): Promise<Omit<Joined, 'sides' | 'log' | 'figures'>> {
    await this.refuseTwofold(kind, { from, into }, tx);
    const act = { userId: actor.userId, at: this.clock.now() };
    const links = linksOf(kind);
    const ended = await this.matches.collapse(links, from.id, into.id, { log, act }, tx);
    for (const link of links) await log.point(link, from.id, into.id);
    const personId = kind === 'talent' ? await this.joinPersons(actor, { from, into }, fields, log, tx) : {};
    const changes = {
      ...merged(rowOf(into), fieldPairs(kind, rowOf(from), rowOf(into)), fields),
      ...personId,
      ...further(from, into),
    };
    const how = { actor, action: 'merge' as const, reason };
    const rest = isRecord(from) ? { status: 'archived', archivedAt: act.at } : {};
    // The one that goes first: what is unique among those that stay passes from one to the other.
    const fromVersion = await this.sides.store(kind, from, { ...rest, mergedInto: into.id }, how, log, tx);
    const intoVersion = await this.sides.store(kind, into, changes, how, log, tx);
    const isMoved = isRecord(from) && isRecord(into) && from.parkId !== into.parkId;
    if ((isMoved || changes.organisationId !== undefined) && kind !== 'organisation')
      await followRecord(kind, into.id, log);
    return { ended, fromVersion, intoVersion };
  }

  private async refuseTwofold(kind: DuplicateKind, { from, into }: Sides, tx: EntityManager): Promise<void> {
    if (kind === 'organisation' || kind === 'project')
      await this.merges.refuseSameSigning(kind, from.id, into.id, tx);
    if (kind === 'organisation') await this.merges.refuseSameSource(from.id, into.id, tx);
    if (kind === 'organisation') return;
    const signings = await this.merges.signingsOfOnePair(kind, from.id, into.id, tx);
    if (signings.length > 0) throw twoSignings(signings);
  }

  /** A profile without a name takes the person of the other. */
  private async joinPersons(
    actor: Actor,
    sides: Sides,
    fields: Readonly<Record<string, Keep>>,
    log: ChangeLog,
    tx: EntityManager,
  ): Promise<{ personId?: string }> {
    const [from, into] = [sides.from as TalentEntity, sides.into as TalentEntity];
    const [gone, kept] = [from.personId, into.personId];
    if (gone === null || gone === kept) return {};
    if (kept === null) return { personId: gone };
    const profiles = { from: { ...from, personId: gone }, into: { ...into, personId: kept } };
    await this.persons.run(actor, profiles, fields, log, tx);
    return {};
  }
}

/** The matches of a record are of the organisation and the park that the record is of. */
async function followRecord(kind: DuplicateKind, id: string, log: ChangeLog): Promise<void> {
  for (const side of ['demand', 'supply'])
    await log.change({
      name: null,
      table: 'matches',
      where: `t.${side}_id = $1 AND t.merged_into IS NULL`,
      set: {
        [`${side}_organisation_id`]: `(SELECT r.organisation_id FROM ${TABLES[kind]} r WHERE r.id = $1)`,
        [`${side}_park_id`]: `(SELECT r.park_id FROM ${TABLES[kind]} r WHERE r.id = $1)`,
      },
      params: [id],
    });
}

const WAY: readonly string[] = ['draft', 'returned', 'submitted', 'published', 'engaged'];

/** The surviving record is as far as the further of the two: what was on offer stays on offer. */
function further(from: Side, into: Side): Partial<RecordEntity> {
  if (!isRecord(from) || !isRecord(into)) return {};
  const isAhead = WAY.includes(into.status) && WAY.indexOf(from.status) > WAY.indexOf(into.status);
  if (!isAhead) return {};
  const { status, submittedAt, answerDueOn, acceptedAt, handlerUserId } = from;
  const publishedAt = into.publishedAt ?? from.publishedAt;
  return { status, publishedAt, submittedAt, answerDueOn, acceptedAt, handlerUserId };
}
