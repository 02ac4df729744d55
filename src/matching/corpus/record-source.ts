import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Clock, dayOf } from '../../common/clock';
import { NeedService } from '../../needs/need.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { ProjectService } from '../../projects/project.service';
import type { MatchedKind } from '../../queues/job-catalogue';
import { isMatched } from '../../records/life-cycle';
import type { MatchingRecord, RecordLine, RecordVersion } from '../../records/matching-record';
import { PersonService } from '../../talent/person.service';
import { type TalentForMatching, TalentService } from '../../talent/talent.service';
import type { MatchRecord } from '../engine/record';
import { ofNeed, ofProject, ofTalent } from './match-record';

/** A record that may be matched now: as stored, and how the engine reads it. */
export interface SourceRecord {
  readonly record: MatchingRecord;
  /** Reads it for the engine; costs a little, so only what has changed is read. */
  read(): MatchRecord;
}

/** Needs, projects and talents behind one door. */
@Injectable()
export class RecordSource {
  constructor(
    private readonly needs: NeedService,
    private readonly projects: ProjectService,
    private readonly talents: TalentService,
    private readonly persons: PersonService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Those of `ids` that may be matched now. */
  async get(kind: MatchedKind, ids: readonly string[], tx: EntityManager): Promise<SourceRecord[]> {
    const today = this.today();
    return (await this.find(kind, ids, tx)).filter(({ record }) => this.isMatchable(record, today));
  }

  /** Those of `ids` that may be matched now, as a list names them. */
  async lines(kind: MatchedKind, ids: readonly string[], tx: EntityManager): Promise<RecordLine[]> {
    const today = this.today();
    const lines = await this.services[kind].linesOf(ids, tx);
    return lines.filter((line) => this.isMatchable(line, today));
  }

  /** Whether the record is on offer on a day, 'YYYY-MM-DD'. */
  isMatchable({ status, expiresOn }: RecordLine, today = this.today()): boolean {
    return isMatched(status) && (expiresOn === null || expiresOn >= today);
  }

  /** The versions of up to `limit` matchable records of a kind with ids above `after`, in order of id. */
  versions(kind: MatchedKind, after: string, limit: number, tx: EntityManager): Promise<RecordVersion[]> {
    return this.services[kind].listMatchable(after, limit, tx);
  }

  /** Matchable demands (needs and projects) by id. */
  async demands(ids: readonly string[], tx: EntityManager): Promise<Map<string, MatchingRecord>> {
    const needs = await this.get('need', ids, tx);
    const projects = needs.length === ids.length ? [] : await this.get('project', ids, tx);
    return new Map([...needs, ...projects].map(({ record }) => [record.id, record]));
  }

  /** Those of `ids` that there are, whatever their status. */
  async find(kind: MatchedKind, ids: readonly string[], tx: EntityManager): Promise<SourceRecord[]> {
    if (kind === 'need') return (await this.needs.getForMatching(ids, tx)).map((r) => source(r, ofNeed));
    if (kind === 'project')
      return (await this.projects.getForMatching(ids, tx)).map((r) => source(r, ofProject));
    return this.named(await this.talents.getForMatching(ids, tx), tx);
  }

  private get services() {
    return { need: this.needs, project: this.projects, talent: this.talents };
  }

  private today(): string {
    return dayOf(this.clock.now());
  }

  /** Talents with the names that are to be blanked out of their texts. */
  private async named(talents: readonly TalentForMatching[], tx: EntityManager): Promise<SourceRecord[]> {
    const names = await this.persons.namesOf(
      talents.flatMap(({ personId }) => personId ?? []),
      tx,
    );
    return talents.map((talent) =>
      source(talent, (record) => ofTalent(record, names.get(record.personId ?? ''))),
    );
  }
}

const source = <R extends MatchingRecord>(record: R, read: (record: R) => MatchRecord): SourceRecord => ({
  record,
  read: () => read(record),
});
