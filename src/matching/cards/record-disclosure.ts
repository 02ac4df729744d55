import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { WORKER } from '../../common/actor';
import { ConsentService } from '../../identity/consent/consent.service';
import { Database } from '../../platform/database/database';
import type { Disclosure } from '../../records/disclosure';
import type { MatchingRecord } from '../../records/matching-record';
import { isAtHome } from '../../records/record-rights';
import { disclosureOfMatched, isTalent } from './record-card';

/** How much a reader is told of records that were matched, a person's consent to appear included. */
@Injectable()
export class RecordDisclosure {
  constructor(
    private readonly database: Database,
    private readonly consents: ConsentService,
  ) {}

  /** By record id. A talent is told of by the summary outside its park until the person agrees to take part by name. */
  async of(actor: Actor, records: readonly MatchingRecord[]): Promise<Map<string, Disclosure>> {
    const persons = records.flatMap((record) => (isTalent(record) ? (record.personId ?? []) : []));
    const named = persons.length > 0 ? await this.named(persons) : new Set<string>();
    const isOpen = (record: MatchingRecord): boolean =>
      !isTalent(record) ||
      isAtHome(actor, record) ||
      (record.personId !== null && named.has(record.personId));
    return new Map(
      records.map((record) => [record.id, isOpen(record) ? disclosureOfMatched(actor, record) : 'summary']),
    );
  }

  private named(persons: readonly string[]): Promise<Set<string>> {
    return this.database.as(WORKER, (tx) => this.consents.having('matching', persons, tx));
  }
}
