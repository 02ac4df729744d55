import type { OrganisationEntity } from '../organisations/organisation.entity';
import type { ProjectForMatching } from '../projects/project.service';
import type { TalentForMatching } from '../talent/talent.service';
import type { SigningForm } from '../taxonomy/signing.vocabulary';
import type { SigningEntity } from './signing.entity';
import { type SubjectFacts, subjectFacts } from './subject-facts.schema';

type Signed = Pick<SigningEntity, 'form' | 'regionOfOrigin'>;

const ENGAGEMENT = { employment: 'full-time', flexible: 'flexible' } as const;

const engagementOf = (form: SigningForm | null): SubjectFacts['engagement'] =>
  form === 'employment' || form === 'flexible' ? ENGAGEMENT[form] : undefined;

/** Leaves out what is not known, so that facts are stored and compared as they are. */
const factsOf = (known: { [F in keyof SubjectFacts]?: SubjectFacts[F] | null }): SubjectFacts =>
  subjectFacts.parse(Object.fromEntries(Object.entries(known).filter(([, value]) => value != null)));

export const projectFacts = (
  signing: Signed,
  project: ProjectForMatching | undefined,
  owner: OrganisationEntity | undefined,
): SubjectFacts =>
  factsOf({
    tags: project?.tags,
    origin: project?.origin,
    industrialisation: project?.details.industrialisation,
    keyEnterprise: owner?.keyEnterprise,
    regionOfOrigin: signing.regionOfOrigin ?? owner?.region,
    city: owner?.city,
  });

export const talentFacts = (signing: Signed, talent: TalentForMatching | undefined): SubjectFacts =>
  factsOf({
    tags: talent?.tags,
    tier: talent?.tier,
    education: talent?.details.education,
    degree: talent?.details.degree,
    title: talent?.details.title,
    skillLevel: talent?.details.skillLevel,
    engagement: engagementOf(signing.form),
    regionOfOrigin: signing.regionOfOrigin,
    city: talent?.details.city,
  });

export const organisationFacts = (
  signing: Signed,
  organisation: OrganisationEntity | undefined,
): SubjectFacts =>
  factsOf({
    keyEnterprise: organisation?.keyEnterprise,
    regionOfOrigin: signing.regionOfOrigin ?? organisation?.region,
    city: organisation?.city,
  });

export const establishmentFacts = (signing: Signed): SubjectFacts =>
  factsOf({ regionOfOrigin: signing.regionOfOrigin });
