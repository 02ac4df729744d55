import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { ConsentService } from '../../identity/consent/consent.service';
import type { MatchingRecord } from '../../records/matching-record';
import { isTalent } from '../cards/record-card';
import type { Protected } from './protection';

/** Whether a supply can be sent to the demand's enterprise today, before anybody tries. */
export const sharingOutlook = z
  .object({
    possible: z.boolean(),
    why: z
      .enum(['consent-withdrawn', 'protected', 'no-organisation'])
      .nullable()
      .describe('what stands in the way'),
    consent: z
      .enum(['given', 'sent', 'missing', 'withdrawn'])
      .nullable()
      .describe(
        'of the person to being shown; without it they are shown anonymously; sent: asked, not answered; null: no person',
      ),
  })
  .meta({ id: 'SharingOutlook' });
export type SharingOutlook = z.infer<typeof sharingOutlook>;

type ConsentState = SharingOutlook['consent'];

/** Says of many supplies at once what sharing each would meet. The transaction's actor must read every record. */
@Injectable()
export class SharingOutlooks {
  constructor(private readonly consents: ConsentService) {}

  /** By supply id; `protectedFor` as `Protection.of` answers it. */
  async of(
    demand: Pick<MatchingRecord, 'organisationId'>,
    supplies: readonly MatchingRecord[],
    protectedFor: ReadonlyMap<string, Protected>,
    tx: EntityManager,
  ): Promise<Map<string, SharingOutlook>> {
    const consents = await this.consentsOf(supplies, tx);
    return new Map(
      supplies.map(({ id }) => {
        const consent = consents.get(id) ?? null;
        const why = obstacleOf(demand, consent, protectedFor.has(id));
        return [id, { possible: why === null, why, consent }];
      }),
    );
  }

  private async consentsOf(
    supplies: readonly MatchingRecord[],
    tx: EntityManager,
  ): Promise<Map<string, ConsentState>> {
    const talents = supplies.filter(isTalent);
    const persons = talents.flatMap(({ personId }) => personId ?? []);
    const given = await this.consents.having('sharing', persons, tx);
    const withdrawn = await this.consents.withdrawnBy(['sharing', 'matching'], persons, tx);
    const asked = await this.consents.askedOf(persons, tx);
    const stateOf = (personId: string): ConsentState => {
      if (withdrawn.has(personId)) return 'withdrawn';
      if (given.has(personId)) return 'given';
      return asked.has(personId) ? 'sent' : 'missing';
    };
    return new Map(
      talents.map(({ id, personId }) => [id, personId === null ? 'missing' : stateOf(personId)]),
    );
  }
}

function obstacleOf(
  { organisationId }: Pick<MatchingRecord, 'organisationId'>,
  consent: ConsentState,
  isProtected: boolean,
): SharingOutlook['why'] {
  if (organisationId === null) return 'no-organisation';
  if (consent === 'withdrawn') return 'consent-withdrawn';
  return isProtected ? 'protected' : null;
}
