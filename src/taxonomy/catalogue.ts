import { createHash } from 'node:crypto';
import { contactMethods, contactResults, talkStrengths } from './contact.vocabulary';
import { countLevels } from './count-levels';
import { documentKinds, particulars } from './document.vocabulary';
import {
  followUpOutcomes,
  guestSides,
  letterKinds,
  letterReasons,
  letterStates,
  presences,
  replies,
  signInWays,
} from './event.vocabulary';
import { economicClasses } from './gbt4754';
import { matchSteps } from './match-steps';
import { criteria, matchStages, pairKinds, scoreParts, verdicts } from './match.vocabulary';
import {
  closeReasons,
  confidentialities,
  ipOwnerships,
  needKinds,
  needStatuses,
  visibilities,
} from './need.vocabulary';
import { organisationKinds, organisationQualities, regions, shanxiCities } from './organisation.vocabulary';
import { activityStates, amountScopes, qualityWords, subjects } from './plan.vocabulary';
import { modes, patentKinds, projectOrigins, projectStages, readinessLevels } from './project.vocabulary';
import { declineReasons, reasonFamilies, reasonSides } from './reason.vocabulary';
import {
  amountKinds,
  confirmationStates,
  levels,
  signingForms,
  signingKinds,
  signingSources,
} from './signing.vocabulary';
import { tags } from './tags';
import {
  authorisationStates,
  authorisations,
  degrees,
  educations,
  engagements,
  flexibleForms,
  skillLevels,
  talentTiers,
  titles,
} from './talent.vocabulary';
import { titleSeries } from './title-series';
import type { Term } from './vocabulary';

/** A vocabulary as it is published: some terms carry more than their labels. Ranked ones stand lowest first. */
export interface PublishedVocabulary {
  readonly name: string;
  readonly terms: readonly Term[];
}

/** Everything that has a label, each once. */
export const vocabularies: readonly PublishedVocabulary[] = [
  organisationKinds,
  regions,
  organisationQualities,
  shanxiCities,
  needKinds,
  needStatuses,
  closeReasons,
  confidentialities,
  visibilities,
  ipOwnerships,
  projectOrigins,
  projectStages,
  readinessLevels,
  modes,
  patentKinds,
  talentTiers,
  educations,
  degrees,
  skillLevels,
  titles,
  { name: 'title-series', terms: titleSeries },
  engagements,
  flexibleForms,
  authorisations,
  authorisationStates,
  pairKinds,
  matchStages,
  matchSteps,
  criteria,
  verdicts,
  scoreParts,
  reasonSides,
  reasonFamilies,
  declineReasons,
  contactMethods,
  contactResults,
  talkStrengths,
  guestSides,
  replies,
  presences,
  signInWays,
  letterKinds,
  letterStates,
  letterReasons,
  followUpOutcomes,
  signingKinds,
  signingForms,
  signingSources,
  levels,
  countLevels,
  confirmationStates,
  amountKinds,
  documentKinds,
  particulars,
  activityStates,
  subjects,
  qualityWords,
  amountScopes,
  { name: 'industry-tags', terms: tags },
  { name: 'gbt4754-2017', terms: economicClasses },
].map(({ name, terms }) => ({ name, terms }));

const BY_NAME = new Map(vocabularies.map((vocabulary) => [vocabulary.name, vocabulary]));

export const findVocabulary = (name: string): PublishedVocabulary | undefined => BY_NAME.get(name);

/** Changes exactly when any code or label does: the beginning of a SHA-256 over all of them. */
export const vocabularyVersion: string = createHash('sha256')
  .update(JSON.stringify(vocabularies))
  .digest('hex')
  .slice(0, 16);
