import type { Locale } from '../common/locale';
import { matchStages, type MatchStage } from './match.vocabulary';
import { labelOf, vocabulary } from './vocabulary';

/** What people call the way through a stage, by what is talked about. */
export const matchSteps = vocabulary('match-steps', [
  {
    code: 'exchange',
    zh: '技术交流/考察',
    en: 'Technical exchange',
    family: 'technology',
    stage: 'negotiating',
  },
  {
    code: 'appraisal',
    zh: '方案论证',
    en: 'Appraisal of the solution',
    family: 'technology',
    stage: 'negotiating',
  },
  { code: 'commercial', zh: '商务谈判', en: 'Commercial talks', family: 'technology', stage: 'negotiating' },
  { code: 'recommended', zh: '推荐', en: 'Recommended', family: 'talent', stage: 'shared' },
  { code: 'interview', zh: '面试', en: 'Interview', family: 'talent', stage: 'negotiating' },
  { code: 'offer-intended', zh: '录用意向', en: 'Offer intended', family: 'talent', stage: 'agreed' },
  { code: 'lead', zh: '线索', en: 'Lead', family: 'investment', stage: 'shared' },
  { code: 'in-talks', zh: '在谈', en: 'In talks', family: 'investment', stage: 'negotiating' },
]);
/** What is talked about: the family of the pair kind, or investment once a project would settle or take money. */
export type TalkFamily = (typeof matchSteps.terms)[number]['family'];

export const stepsOf = (stage: MatchStage, family: TalkFamily) =>
  matchSteps.terms.filter((step) => step.stage === stage && step.family === family);

/** A stage as its family calls it: the step's name where the stage has just one, else the stage's own. */
export function stageLabel(stage: MatchStage, family: TalkFamily, locale: Locale): string {
  const [step, another] = stepsOf(stage, family);
  return step && !another ? labelOf(step, locale) : matchStages.label(stage, locale);
}
