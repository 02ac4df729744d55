import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { WORKER } from '../../common/actor';
import { ConsentService } from '../../identity/consent/consent.service';
import { Database } from '../../platform/database/database';
import type { Disclosure } from '../../records/disclosure';
import type { RecordLine } from '../../records/matching-record';
import { isAtHome } from '../../records/record-rights';
import { disclosureOfMatched, isTalent } from './record-card';

/** Whom a talent is about. */
export const personOf = (record: RecordLine): string | null => (isTalent(record) ? record.personId : null);

export const personsOf = (records: readonly RecordLine[]): string[] =>
  records.flatMap((record) => personOf(record) ?? []);

/** A talent is told of by the summary outside its park until the person agrees to take part by name, as those of `named` do. */
export const disclosureTold = (actor: Actor, record: RecordLine, named: ReadonlySet<string>): Disclosure =>
  !isTalent(record) || isAtHome(actor, record) || (record.personId !== null && named.has(record.personId))
    ? disclosureOfMatched(actor, record)
    : 'summary';

/** How much a reader is told of records that were matched, a person's consent to appear included. */
@Injectable()
export class RecordDisclosure {
  constructor(
    private readonly database: Database,
    private readonly consents: ConsentService,
  ) {}

  /** By record id. */
  async of(actor: Actor, records: readonly RecordLine[]): Promise<Map<string, Disclosure>> {
    const persons = personsOf(records);
    const named = persons.length > 0 ? await this.named(persons) : new Set<string>();
    return new Map(records.map((record) => [record.id, disclosureTold(actor, record, named)]));
  }

  private named(persons: readonly string[]): Promise<Set<string>> {
    return this.database.as(WORKER, (tx) => this.consents.having('matching', persons, tx));
  }
}
