import type { MessageKey } from '../../i18n/i18n';
import { useMessages } from '../../i18n/use-messages';
import { useWords } from '../../vocabulary/vocabularies';
import { isEmpty } from './drafts';

/** What a field of a form is called, and the vocabulary of its codes. */
const FIELDS: Record<string, readonly [label: MessageKey, vocabulary?: string]> = {
  arrivalBy: ['field.arrivalBy'],
  availableFrom: ['field.availableFrom'],
  basis: ['field.basis'],
  benefits: ['field.benefits'],
  budgetMax: ['need.budgetMax'],
  budgetMin: ['need.budgetMin'],
  certificateNo: ['records.certificateNo'],
  citiesAccepted: ['field.citiesAccepted'],
  city: ['field.city'],
  confidentiality: ['field.confidentiality', 'confidentialities'],
  daysPerYear: ['records.daysPerYear'],
  deadline: ['field.deadline'],
  degree: ['field.degree', 'degrees'],
  education: ['field.education', 'educations'],
  email: ['records.email'],
  employer: ['field.employer'],
  engagement: ['field.engagement', 'engagements'],
  expertsWanted: ['field.expertsWanted'],
  expiresOn: ['field.expiresOn'],
  field: ['field.field'],
  fields: ['field.field'],
  flexibleForms: ['records.flexibleForms', 'flexible-forms'],
  fundingWanted: ['records.fundingWanted'],
  headcount: ['field.headcount'],
  headline: ['records.headline'],
  indicators: ['field.indicators'],
  industrialisation: ['records.industrialisation'],
  investment: ['records.investment'],
  ipOwnership: ['field.ipOwnership', 'ip-ownerships'],
  minYears: ['field.years'],
  modes: ['field.modes', 'modes'],
  must: ['field.must', 'criteria'],
  name: ['records.personName'],
  organisation: ['field.organisation'],
  origin: ['field.origin', 'project-origins'],
  park: ['field.park'],
  patents: ['field.patents'],
  payMax: ['need.payMax'],
  payMin: ['need.payMin'],
  phone: ['records.phone'],
  post: ['field.post'],
  price: ['records.price'],
  publicSummary: ['records.publicSummary'],
  school: ['field.school'],
  skillLevel: ['field.skillLevel', 'skill-levels'],
  source: ['records.source'],
  spaceWanted: ['records.spaceWanted'],
  stage: ['field.stage', 'project-stages'],
  tags: ['field.tags', 'industry-tags'],
  text: ['record.text'],
  tier: ['field.tier', 'talent-tiers'],
  trl: ['field.trl'],
  trlWanted: ['field.trl'],
  wantedPark: ['records.wantedPark'],
  years: ['field.years'],
};

/** Fields of a form and their values in the reader's words. */
export function useFieldWords() {
  const { say } = useMessages();
  const { label, terms } = useWords();
  const own = (field: string) => field.split('.').at(-1) ?? field;
  const isRank = (value: unknown) => terms('titles').some(({ code }) => code === value);
  const one = (field: string, value: unknown): string => {
    // A record's title and a person's professional one have the same name.
    const vocabulary = field === 'title' && isRank(value) ? 'titles' : FIELDS[field]?.[1];
    if (vocabulary && typeof value === 'string') return label(vocabulary, value);
    if (typeof value === 'boolean') return say(value ? 'records.yes' : 'records.no');
    if (value !== null && typeof value === 'object')
      return Object.values(value)
        .filter((part) => typeof part === 'string')
        .join(' ');
    return String(value);
  };
  return {
    nameOf: (path: string): string => {
      const field = own(path);
      if (field === 'title') return say(path === 'title' ? 'field.name' : 'field.title');
      const known = FIELDS[field];
      return known ? say(known[0]) : field;
    },
    wordsOf: (path: string, value: unknown): string => {
      if (isEmpty(value)) return say('value.none');
      const values: unknown[] = Array.isArray(value) ? value : [value];
      return values.map((item) => one(own(path), item)).join(say('list.separator'));
    },
  };
}
