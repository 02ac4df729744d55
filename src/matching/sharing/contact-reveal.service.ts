import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../common/actor';
import { Forbidden } from '../../common/errors';
import { AuditService } from '../../identity/audit/audit.service';
import { ConsentService } from '../../identity/consent/consent.service';
import { Database } from '../../platform/database/database';
import { PersonContacts } from '../../talent/person-contacts';
import type { Contact } from '../../talent/talent.schema';
import { isTalent } from '../cards/record-card';
import { isInTalks } from '../review/stage-table';
import { ReceivedShareService } from './received-share.service';

/** How an enterprise reaches a person whose contact was released to it; each look is kept. */
@Injectable()
export class ContactRevealService {
  constructor(
    private readonly database: Database,
    private readonly received: ReceivedShareService,
    private readonly consents: ConsentService,
    private readonly contacts: PersonContacts,
    private readonly audit: AuditService,
  ) {}

  /** @throws 404 SHARE.NOT_FOUND; 403 SHARE.CONTACT_NOT_RELEASED, also once the talks are over or the consent was taken back */
  async reveal(actor: Actor, shareId: string): Promise<Contact> {
    const { share, match, supply } = await this.received.require(actor, shareId);
    const personId = isTalent(supply) ? supply.personId : null;
    if (personId === null || !share.released.contact || !isInTalks(match)) throw notReleased();
    // As the platform, for no enterprise reads contacts; the log names who looked.
    return this.database.as(SYSTEM, async (tx) => {
      if (!(await this.consents.having('sharing', [personId], tx)).has(personId)) throw notReleased();
      const subject = { subjectKind: 'person', subjectId: personId, detail: { match: match.code } };
      await this.audit.record(actor, 'contact.revealed', subject, tx);
      return this.contacts.reveal(personId, supply.parkId, tx);
    });
  }
}

const notReleased = () => new Forbidden('SHARE.CONTACT_NOT_RELEASED', 'The contact has not been released');
