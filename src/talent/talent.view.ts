import { z } from 'zod';
import { joined } from '../common/joined';
import { type Frame, recordView, viewOf } from '../records/record-view';
import { talentTiers } from '../taxonomy/talent.vocabulary';
import type { TalentEntity } from './talent.entity';
import { type TalentDetails, talentDetails } from './talent.schema';

const { title: headline, source: listSource, organisation: _organisation, ...shared } = recordView;

export const talentView = z
  .object({
    ...shared,
    headline,
    /** Of the import; `source` is who handed the profile in. */
    listSource,
    personId: z.uuid().nullable(),
    name: z.string().nullable().describe('null: anonymous to the reader'),
    knownToNetwork: z
      .boolean()
      .describe('the person has a profile in another park too; told to their own park only'),
    tier: talentTiers.schema,
    ...talentDetails.partial().shape,
  })
  .meta({ id: 'Talent' });
export type TalentView = z.infer<typeof talentView>;

/** What may be said of a person who has not agreed to appear by name: vocabularies, and nothing that leads to them. */
function anonymous(details: TalentDetails): Partial<TalentDetails> {
  const { school: _s, certificateNo: _c, employer: _e, post: _p, source: _o, ...kept } = details;
  return kept;
}

/** What is known of the person behind a profile. */
export interface Behind {
  name: string | undefined;
  knownToNetwork: boolean;
}

export function talentViewOf(
  talent: TalentEntity,
  { name, knownToNetwork }: Behind,
  frame: Frame,
): TalentView {
  const open = frame.disclosure === 'full';
  const { title, source, organisation: _none, ...record } = viewOf(talent, frame);
  const own = {
    headline: title,
    listSource: source,
    personId: open ? talent.personId : null,
    name: (open ? name : undefined) ?? null,
    knownToNetwork,
    tier: talent.tier,
  };
  return joined(record, own, open ? talent.details : anonymous(talent.details));
}
