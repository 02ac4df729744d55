import { z } from 'zod';
import type { ConsentStanding } from '../../identity/consent/consent.repository';
import type { RecordLine } from '../../records/matching-record';
import { isTalent } from '../cards/record-card';

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

/** What sharing a supply would meet; `standing` is the person's, when it is a talent whose person has said anything. */
export function outlookOf(
  demand: Pick<RecordLine, 'organisationId'>,
  supply: RecordLine,
  isProtected: boolean,
  standing: ConsentStanding | undefined,
): SharingOutlook {
  const consent = isTalent(supply) ? consentOf(standing) : null;
  const why = obstacleOf(demand, consent, isProtected);
  return { possible: why === null, why, consent };
}

function consentOf(standing: ConsentStanding | undefined): ConsentState {
  if (standing === undefined) return 'missing';
  const { given, withdrawn, asked } = standing;
  if (withdrawn.includes('sharing') || withdrawn.includes('matching')) return 'withdrawn';
  if (given.includes('sharing')) return 'given';
  return asked ? 'sent' : 'missing';
}

function obstacleOf(
  { organisationId }: Pick<RecordLine, 'organisationId'>,
  consent: ConsentState,
  isProtected: boolean,
): SharingOutlook['why'] {
  if (organisationId === null) return 'no-organisation';
  if (consent === 'withdrawn') return 'consent-withdrawn';
  return isProtected ? 'protected' : null;
}
