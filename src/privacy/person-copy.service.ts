import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../common/actor';
import type { Clock } from '../common/clock';
import { AuditService } from '../identity/audit/audit.service';
import { ConsentService } from '../identity/consent/consent.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import { PersonContacts } from '../talent/person-contacts';
import { PersonService } from '../talent/person.service';
import type { TalentEntity } from '../talent/talent.entity';
import { TalentPresenter } from '../talent/talent-presenter';
import { PersonGuard } from './person.guard';
import type { PersonCopy } from './privacy.schema';
import { ProfileRepository } from './profile.repository';

/** A copy of all that is kept of a person, for that person. */
@Injectable()
export class PersonCopyService {
  constructor(
    private readonly database: Database,
    private readonly guard: PersonGuard,
    private readonly profiles: ProfileRepository,
    private readonly persons: PersonService,
    private readonly presenter: TalentPresenter,
    private readonly contacts: PersonContacts,
    private readonly consents: ConsentService,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** The profiles that the actor keeps, or all of them for the person; the copy is noted in the log. @throws 404 */
  async of(actor: Actor, personId: string): Promise<PersonCopy> {
    const own = await this.guard.requireOwn(actor, personId);
    await this.database.as(actor, (tx) =>
      this.audit.record(actor, 'person.copied', { subjectKind: 'person', subjectId: personId }, tx),
    );
    return this.database.as(SYSTEM, async (tx) => ({
      name: (await this.persons.namesOf([personId], tx)).get(personId) ?? null,
      contact: await this.contactOf(personId, own, tx),
      profiles: await this.presenter.views(SYSTEM, own, tx),
      consents: (await this.consents.history(personId, tx)).map((consent) => ({
        purpose: consent.purpose,
        textVersion: consent.textVersion,
        givenAt: consent.givenAt.toISOString(),
        withdrawnAt: consent.withdrawnAt?.toISOString() ?? null,
      })),
      matches: await this.profiles.matchesOf(
        own.map(({ id }) => id),
        tx,
      ),
      signings: await this.profiles.signingsOf(personId, tx),
      looks: (await this.profiles.looksAt(personId, tx)).map((look) => ({
        ...look,
        at: look.at.toISOString(),
      })),
      madeAt: this.clock.now().toISOString(),
    }));
  }

  /** The first park's that has any. */
  private async contactOf(
    personId: string,
    profiles: readonly TalentEntity[],
    tx: EntityManager,
  ): Promise<PersonCopy['contact']> {
    for (const { parkId } of profiles) {
      const contact = await this.contacts.reveal(personId, parkId, tx);
      if (Object.keys(contact).length > 0) return contact;
    }
    return {};
  }
}
