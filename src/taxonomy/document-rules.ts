import type { DocumentKind, Particular } from './document.vocabulary';
import {
  levels,
  type AmountKind,
  type Level,
  type SigningForm,
  type SigningKind,
} from './signing.vocabulary';

/**
 * What proves what: a signing of one of these kinds has reached `level` when it carries one of the `main` papers, stating
 * all that `states` names, and at least one paper of each group in `with`.
 */
export interface ProofRule {
  readonly signings: readonly SigningKind[];
  readonly level: Level;
  readonly form?: SigningForm;
  readonly main: readonly DocumentKind[];
  readonly with?: readonly (readonly DocumentKind[])[];
  readonly states?: readonly Particular[];
}

const INVESTED: readonly SigningKind[] = ['project', 'enterprise'];

export const PROOF_RULES: readonly ProofRule[] = [
  {
    signings: ['project', 'enterprise', 'cooperation', 'alliance', 'base'],
    level: 'intention',
    main: ['letter-of-intent', 'memorandum', 'onsite-intention'],
  },
  {
    signings: ['talent'],
    level: 'intention',
    main: ['letter-of-intent', 'memorandum', 'onsite-intention', 'offer', 'tripartite-agreement'],
  },
  { signings: ['project', 'enterprise', 'alliance'], level: 'framework', main: ['framework-agreement'] },
  {
    signings: ['cooperation', 'base'],
    level: 'signed',
    form: 'agreement',
    main: ['framework-agreement'],
    states: ['seal', 'parties', 'content'],
  },
  {
    signings: INVESTED,
    level: 'signed',
    form: 'agreement',
    main: ['investment-agreement', 'settlement-agreement', 'incubation-agreement'],
    states: ['seal', 'parties', 'content', 'term', 'amount'],
  },
  {
    signings: ['project'],
    level: 'signed',
    form: 'contract',
    main: ['technology-contract'],
    states: ['seal', 'parties', 'content', 'term', 'amount'],
  },
  {
    signings: ['talent'],
    level: 'signed',
    form: 'employment',
    main: ['employment-contract', 'roster'],
    states: ['seal', 'parties', 'term'],
  },
  {
    signings: ['talent'],
    level: 'signed',
    form: 'flexible',
    main: ['flexible-agreement'],
    states: ['seal', 'parties', 'task', 'term', 'days', 'pay'],
  },
  { signings: INVESTED, level: 'registered', main: ['business-licence'] },
  { signings: INVESTED, level: 'settled', main: ['lease'], with: [['rent-receipt', 'handover-record']] },
  { signings: INVESTED, level: 'filed', main: ['filing-certificate'] },
  { signings: INVESTED, level: 'started', main: ['construction-permit'] },
  { signings: INVESTED, level: 'funded', main: ['funds-receipt'] },
  { signings: INVESTED, level: 'produced', main: ['production-record'] },
  { signings: INVESTED, level: 'at-capacity', main: ['capacity-record'] },
  {
    signings: ['talent'],
    level: 'on-board',
    main: ['social-insurance', 'payroll-slip'],
    with: [['employment-contract', 'roster']],
  },
  { signings: ['talent'], level: 'on-board', main: ['roster'], states: ['seal', 'insurance-month'] },
  {
    signings: ['talent'],
    level: 'fulfilled',
    main: ['service-record'],
    with: [['flexible-agreement'], ['payment-proof']],
  },
  {
    signings: ['alliance', 'base'],
    level: 'unveiled',
    main: ['founding-document'],
    with: [['charter'], ['member-list']],
  },
  {
    signings: ['cooperation'],
    level: 'unveiled',
    main: ['founding-document'],
    with: [['framework-agreement']],
  },
];

/** Papers that may lie with any signing and prove nothing by themselves. */
export const SUPPORTING_DOCUMENTS: readonly DocumentKind[] = ['photo', 'news'];

/** An amount is taken over only from these papers. */
export interface AmountRule {
  readonly amount: AmountKind;
  readonly from: readonly DocumentKind[];
  /** The amount counted is the one the paper certifies (核定), not the one the parties wrote. */
  readonly asCertified: boolean;
}

export const AMOUNT_RULES: readonly AmountRule[] = [
  { amount: 'total-investment', from: ['investment-agreement', 'filing-certificate'], asCertified: false },
  {
    amount: 'agreed-investment',
    from: ['investment-agreement', 'settlement-agreement', 'incubation-agreement'],
    asCertified: false,
  },
  {
    amount: 'agreed-investment-outside',
    from: ['investment-agreement', 'settlement-agreement', 'incubation-agreement'],
    asCertified: false,
  },
  { amount: 'contract-value', from: ['contract-registration'], asCertified: true },
  { amount: 'technology-value', from: ['contract-registration'], asCertified: true },
  { amount: 'funds-in-place', from: ['funds-receipt'], asCertified: true },
];

const rulesFor = (signing: SigningKind, level: Level, form?: SigningForm) =>
  PROOF_RULES.filter(
    (rule) =>
      rule.signings.includes(signing) && rule.level === level && (!form || !rule.form || rule.form === form),
  );

/** The levels a signing of this kind can reach, in order. */
export const levelsOf = (signing: SigningKind): readonly Level[] =>
  levels.codes.filter((level) => rulesFor(signing, level).length > 0);

/** The first level of the ladder that a paper is the main proof of, with its form; undefined for papers that only accompany. */
export function levelOfDocument(
  signing: SigningKind,
  document: DocumentKind,
): { level: Level; form?: SigningForm } | undefined {
  for (const level of levelsOf(signing)) {
    const rule = rulesFor(signing, level).find(({ main }) => main.includes(document));
    if (rule) return { level, form: rule.form };
  }
  return undefined;
}

/**
 * What is still wanting before these papers prove the level: groups of which one paper each must come, for the rule that
 * lacks least; empty when the level is proved. Throws RangeError for a level this kind cannot reach.
 */
export function missingDocuments(
  signing: SigningKind,
  level: Level,
  present: readonly DocumentKind[],
  form?: SigningForm,
): readonly (readonly DocumentKind[])[] {
  const gaps = rulesFor(signing, level, form).map((rule) =>
    [rule.main, ...(rule.with ?? [])].filter((group) => !group.some((paper) => present.includes(paper))),
  );
  const [first, ...others] = gaps;
  if (!first) throw new RangeError(`a ${signing} signing cannot be ${level}`);
  return others.reduce((least, gap) => (gap.length < least.length ? gap : least), first);
}

/** What a paper must state to prove the level; empty when nothing is asked of it. */
export const particularsOf = (
  signing: SigningKind,
  level: Level,
  document: DocumentKind,
): readonly Particular[] =>
  rulesFor(signing, level).find(({ main }) => main.includes(document))?.states ?? [];

/** Whether an amount of this kind may be taken from one of the papers. */
export const provesAmount = (amount: AmountKind, present: readonly DocumentKind[]): boolean =>
  AMOUNT_RULES.some((rule) => rule.amount === amount && rule.from.some((paper) => present.includes(paper)));
