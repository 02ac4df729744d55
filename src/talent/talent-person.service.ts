import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { Conflict, Forbidden } from '../common/errors';
import { AuditService } from '../identity/audit/audit.service';
import type { ConsentPurpose, GiveConsent } from '../identity/consent/consent.schema';
import { ConsentService } from '../identity/consent/consent.service';
import { Database } from '../platform/database/database';
import { RecordDesk } from '../records/record-desk';
import { canEdit } from '../records/record-rights';
import { PersonContacts } from './person-contacts';
import type { TalentEntity } from './talent.entity';
import { TalentRepository } from './talent.repository';
import type { ConsentView, Contact } from './talent.schema';

interface Own {
  talent: TalentEntity;
  personId: string;
}

/** What concerns the person behind a profile, for those at home with it: contact and consents. */
@Injectable()
export class TalentPersonService {
  constructor(
    private readonly database: Database,
    private readonly talents: TalentRepository,
    private readonly desk: RecordDesk,
    private readonly contacts: PersonContacts,
    private readonly consents: ConsentService,
    private readonly audit: AuditService,
  ) {}

  /** Phone and e-mail in clear; that they were looked at is kept with the reason. */
  revealContact(actor: Actor, id: string, reason: string): Promise<Contact> {
    return this.database.as(actor, async (tx) => {
      const { talent, personId } = await this.requireOwn(actor, id, tx);
      const subject = { subjectKind: 'person', subjectId: personId, detail: { talent: talent.code, reason } };
      await this.audit.record(actor, 'contact.revealed', subject, tx);
      return this.contacts.reveal(personId, talent.parkId, tx);
    });
  }

  giveConsent(actor: Actor, id: string, given: GiveConsent): Promise<ConsentView[]> {
    return this.database.as(actor, async (tx) => {
      const { talent, personId } = await this.requireOwn(actor, id, tx);
      await this.consents.give(actor, personId, given, talent.sampleSet, tx);
      await this.desk.rematch('talent', [talent], tx);
      return this.history(personId, tx);
    });
  }

  withdrawConsent(actor: Actor, id: string, purpose: ConsentPurpose): Promise<ConsentView[]> {
    return this.database.as(actor, async (tx) => {
      const { talent, personId } = await this.requireOwn(actor, id, tx);
      await this.consents.withdraw(actor, personId, [purpose], tx);
      await this.desk.rematch('talent', [talent], tx);
      return this.history(personId, tx);
    });
  }

  listConsents(actor: Actor, id: string): Promise<ConsentView[]> {
    return this.database.as(actor, async (tx) => {
      const { personId } = await this.requireOwn(actor, id, tx);
      return this.history(personId, tx);
    });
  }

  private async history(personId: string, tx: EntityManager): Promise<ConsentView[]> {
    const consents = await this.consents.history(personId, tx);
    return consents.map(({ purpose, basis, textVersion, source, givenAt, withdrawnAt }) => ({
      purpose,
      basis,
      textVersion,
      source,
      givenAt: givenAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    }));
  }

  /** @throws 404 RECORD.NOT_FOUND; 403 RECORD.NOT_YOURS; 409 TALENT.NO_PERSON */
  private async requireOwn(actor: Actor, id: string, tx: EntityManager): Promise<Own> {
    const talent = await this.desk.require(this.talents, id, tx);
    if (!canEdit(actor, talent))
      throw new Forbidden('RECORD.NOT_YOURS', 'This person is for another park to reach');
    const { personId } = talent;
    if (personId === null) throw new Conflict('TALENT.NO_PERSON', 'The profile names no person');
    return { talent, personId };
  }
}
