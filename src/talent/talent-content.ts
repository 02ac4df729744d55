import { patched } from '../common/fields';
import { definedOf } from '../records/stated';
import { talentTiers } from '../taxonomy/talent.vocabulary';
import type { TalentEntity } from './talent.entity';
import { type CreateTalent, type EditTalent, talentDetails, type TalentDetails } from './talent.schema';

const OWN = Object.keys(talentDetails.shape) as (keyof TalentDetails)[];

/** A profile's headline: as given, else post and field, never the person's name or words from the biography. */
export const headlineOf = ({ headline, post, field, tier }: CreateTalent): string =>
  headline ??
  ([post, field].filter((part) => part !== undefined).join(' · ') || talentTiers.label(tier, 'zh-CN'));

export const detailsOf = (input: CreateTalent): TalentDetails => given(input) as TalentDetails;

/** The columns only a talent has, as far as a PATCH changes them. */
export const ownChanges = (before: TalentEntity, input: EditTalent): Partial<TalentEntity> =>
  definedOf({
    tier: input.tier,
    title: input.headline ?? undefined,
    details: patched(before.details, given(input)),
  });

const given = (input: EditTalent): { [K in keyof TalentDetails]?: TalentDetails[K] | null } =>
  definedOf(Object.fromEntries(OWN.map((name) => [name, input[name]])));
