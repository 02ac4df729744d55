import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { NotFound } from '../../common/errors';
import { consentPurposeSchema } from '../../identity/consent/consent.schema';
import { ConsentService } from '../../identity/consent/consent.service';
import { ParkService } from '../../organisations/park.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { Outbox } from '../../queues/outbox';
import { ProfileRepository } from '../profile.repository';
import type { ConsentLinkEntity } from './consent-link.entity';
import { ConsentLinkRepository } from './consent-link.repository';
import type { AnswerConsent, ConsentQuestion } from './consent-link.schema';

const PURPOSES = consentPurposeSchema.options;

/** What is kept of a token, which only the link holds. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Takes the answers of people who were asked by a link; whoever holds it answers. */
@Injectable()
export class ConsentAnswerService {
  constructor(
    private readonly database: Database,
    private readonly links: ConsentLinkRepository,
    private readonly profiles: ProfileRepository,
    private readonly consents: ConsentService,
    private readonly parks: ParkService,
    private readonly outbox: Outbox,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** What the link asks; whom it asks is not said. @throws 404 CONSENT.LINK_OVER */
  open(token: string): Promise<ConsentQuestion> {
    return this.database.as(SYSTEM, async (tx) => {
      const link = await this.require(token, tx);
      const park = (await this.parks.list(tx)).find(({ id }) => id === link.parkId);
      return {
        park: park?.name ?? null,
        purposes: PURPOSES,
        given: await this.givenBy(link.personId, tx),
        expiresAt: link.expiresAt.toISOString(),
      };
    });
  }

  /** Agreed is what is ticked; the rest is taken back, from running jobs too. @throws 404 CONSENT.LINK_OVER */
  answer(token: string, { agree, textVersion }: AnswerConsent): Promise<ConsentQuestion> {
    return this.database.as(SYSTEM, async (tx) => {
      const link = await this.require(token, tx);
      if (!(await this.links.answer(link.id, this.clock.now(), tx))) throw linkOver();
      const { personId } = link;
      const profiles = await this.profiles.ofPerson(personId, tx);
      const sample = profiles[0]?.sampleSet ?? null;
      for (const purpose of agree) {
        const given = { purpose, textVersion, basis: 'signed' as const, source: 'link', documentId: null };
        await this.consents.give(SYSTEM, personId, given, sample, tx);
      }
      const refused = PURPOSES.filter((purpose) => !agree.includes(purpose));
      await this.consents.withdraw(SYSTEM, personId, refused, tx);
      await this.outbox.enqueueAll(
        'match-record',
        profiles.map(({ id }) => ({ kind: 'talent' as const, id })),
        tx,
      );
      const expiresAt = link.expiresAt.toISOString();
      return { park: null, purposes: PURPOSES, given: await this.givenBy(personId, tx), expiresAt };
    });
  }

  private async givenBy(personId: string, tx: EntityManager): Promise<ConsentQuestion['given']> {
    const history = await this.consents.history(personId, tx);
    return PURPOSES.filter((purpose) =>
      history.some((consent) => consent.purpose === purpose && consent.withdrawnAt === null),
    );
  }

  private async require(token: string, tx: EntityManager): Promise<ConsentLinkEntity> {
    const link = await this.links.findOpen(digestOf(token), this.clock.now(), tx);
    if (!link) throw linkOver();
    return link;
  }
}

const linkOver = () => new NotFound('CONSENT.LINK_OVER', 'The link was answered, has run out, or never was');
