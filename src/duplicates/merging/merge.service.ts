import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { DomainError } from '../../common/errors';
import { newId } from '../../common/ids';
import { AuditService } from '../../identity/audit/audit.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { OrganisationService } from '../../organisations/organisation.service';
import { ParkService } from '../../organisations/park.service';
import { Database } from '../../platform/database/database';
import { problemOf, refusalOf } from '../../platform/http/problem';
import { currentRequest } from '../../platform/http/request-context';
import { betterOf } from './better-side';
import { type FieldPair, fieldPairs } from './fields';
import { type Joined, MergeJoin } from './merge-join';
import { MergeFigures } from './merge-figures';
import { MergeRepository } from './merge.repository';
import { requireFit, requireOwn } from './merge-rights';
import type { MergePreview, MergeRequest, MergeView, PreviewMerge } from './merge.schema';
import { isRecord, MergeSides, rowOf, type Sides } from './merge-sides';
import { mergeViewOf, sideViewOf } from './merge.view';
import { patiently } from './patiently';
import { PersonMerge } from './person-merge';

/** What a preview found, carried out of the transaction that it takes back. */
class Looked extends Error {
  constructor(readonly joined: Joined) {
    super('what was looked at is taken back');
  }
}

/** Makes one record of two that are of one thing. */
@Injectable()
export class MergeService {
  constructor(
    private readonly database: Database,
    private readonly sides: MergeSides,
    private readonly joining: MergeJoin,
    private readonly organisations: OrganisationService,
    private readonly parks: ParkService,
    private readonly persons: PersonMerge,
    private readonly figures: MergeFigures,
    private readonly merges: MergeRepository,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** What a merge would do: it is done, looked at, and taken back. @throws 404; 403 */
  async preview(actor: Actor, { kind, from, into, fields }: PreviewMerge): Promise<MergePreview> {
    const sides = await this.database.as(actor, (tx) => this.sides.require(kind, from, into, tx));
    requireOwn(actor, kind, sides);
    const seen = { fromVersion: sides.from.version, intoVersion: sides.into.version };
    const request = { kind, from, into, fields, ...seen, reason: '—', acceptFigures: true };
    const found = await this.look(actor, request);
    const weights = await this.database.as(SYSTEM, async (tx) => ({
      from: await this.joining.links(kind, sides.from, tx),
      into: await this.joining.links(kind, sides.into, tx),
    }));
    const { people, owners, parks } = await this.database.as(actor, async (tx) => ({
      people: await this.persons.fields(sides, tx),
      owners: await this.organisations.namesOf(ownersOf(sides), tx),
      parks: new Map((await this.parks.list(tx)).map(({ id, code }) => [id, code])),
    }));
    // Whose it is is shown by name.
    const names: Readonly<Record<string, ReadonlyMap<string, string>>> = {
      organisationId: owners,
      parkId: parks,
    };
    const named = (field: FieldPair): FieldPair => {
      const words = names[field.name];
      const nameOf = (id: unknown) => (typeof id === 'string' ? words?.get(id) : null);
      return words ? { ...field, from: nameOf(field.from), into: nameOf(field.into) } : field;
    };
    return {
      kind,
      from: sideViewOf(sides.from),
      into: sideViewOf(sides.into),
      better: betterOf(sides, weights),
      fields: [...people, ...fieldPairs(kind, rowOf(sides.from), rowOf(sides.into)).map(named)],
      counts: found instanceof DomainError ? {} : found.log.counts(),
      matchesJoined: found instanceof DomainError ? 0 : found.ended.length,
      figures: found instanceof DomainError ? [] : found.figures,
      obstacle:
        found instanceof DomainError
          ? problemOf(found, currentRequest()?.locale ?? 'zh-CN', currentRequest()?.id)
          : null,
    };
  }

  /**
   * @throws 404; 403 RECORD.NOT_YOURS, MERGE.PLATFORM_ONLY; 412 HTTP.STALE when either was changed since it was seen;
   *   409 MERGE.… saying what stands in the way, MERGE.FIGURES when numbers of plans would change unsaid
   */
  merge(actor: Actor, request: MergeRequest): Promise<MergeView> {
    return patiently(() =>
      this.database.asOne(actor, async (tx) => {
        const joined = await this.join(actor, request, tx);
        this.figures.requireAccepted(actor, joined.figures, request.acceptFigures);
        return this.keep(actor, request, joined, tx);
      }),
    );
  }

  private async join(actor: Actor, request: MergeRequest, tx: EntityManager): Promise<Joined> {
    const { kind, from, into } = request;
    const sides = await this.sides.require(kind, from, into, tx);
    requireOwn(actor, kind, sides);
    requireFit(kind, sides);
    return this.database.as(SYSTEM, (system) => this.joining.run(actor, request, system));
  }

  private async look(actor: Actor, request: MergeRequest): Promise<Joined | DomainError> {
    try {
      return await patiently(() =>
        this.database.asOne(actor, async (tx) => {
          throw new Looked(await this.join(actor, request, tx));
        }),
      );
    } catch (error) {
      if (error instanceof Looked) return error.joined;
      const refusal = refusalOf(error);
      if (refusal.status >= 500) throw error;
      return refusal;
    }
  }

  private async keep(
    actor: Actor,
    { kind, reason }: MergeRequest,
    { sides: { from, into }, log, ended, figures, fromVersion, intoVersion }: Joined,
    tx: EntityManager,
  ): Promise<MergeView> {
    const merge = {
      id: newId(),
      kind,
      fromId: from.id,
      intoId: into.id,
      parkId: isRecord(into) ? into.parkId : null,
      reason,
      fromVersion,
      intoVersion,
      steps: log.steps,
      counts: log.counts(),
      ended,
      mergedBy: actor.userId,
      mergedAt: this.clock.now(),
      undoneBy: null,
      undoneAt: null,
    };
    await this.database.as(SYSTEM, async (system) => {
      const after = await this.sides.require(kind, from.id, into.id, system);
      const links = await this.joining.links(kind, after.into, system);
      await this.merges.insert({ ...merge, links }, system);
    });
    const detail = { merge: merge.id, from: from.id, figures: figures.length };
    await this.audit.record(actor, 'record.merged', { subjectKind: kind, subjectId: into.id, detail }, tx);
    return mergeViewOf(merge, { from, into });
  }
}

const ownersOf = ({ from, into }: Sides): string[] =>
  [from, into].flatMap((side) => (isRecord(side) ? (side.organisationId ?? []) : []));
