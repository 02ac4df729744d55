import type { DocumentKind, Particular } from '../taxonomy/document.vocabulary';
import { type ProofRule, PROOF_RULES } from '../taxonomy/document-rules';
import { type Level, levels, type SigningForm, type SigningKind } from '../taxonomy/signing.vocabulary';
import { type MilestoneLevel, type PaperLevel, paperLevels } from './paper-level';

/** A paper as proof. */
export interface Paper {
  id: string;
  kind: DocumentKind;
  /** 'YYYY-MM-DD' */
  datedOn: string;
  particulars: readonly Particular[];
}

/** What somebody reports as reached, with the papers that show it. */
export interface Milestone {
  subjectId: string | null;
  level: MilestoneLevel;
  reachedOn: string;
  documentIds: readonly string[];
}

/** A row of signing_subjects; on a roster each person's line says when they came. */
export interface ProofSubject {
  id: string;
  line: number | null;
  facts: { onBoardOn?: string | undefined; socialInsuranceFrom?: string | undefined };
}

export interface ProvenLevel {
  level: Level;
  /** The day it was reached, 'YYYY-MM-DD'. */
  on: string;
  documentIds: readonly string[];
  /** The row of signing_subjects it holds for; without it, for all of them. */
  subjectId?: string;
}

interface Proof {
  rule: ProofRule;
  on: string;
  documentIds: string[];
}

/**
 * Every level that a signing has reached, by what its papers and milestones prove; a paper more never takes a level away
 * nor moves its day later, and the order of papers does not matter.
 */
export function provenLevels(
  kind: SigningKind,
  papers: readonly Paper[],
  milestones: readonly Milestone[],
  subjects: readonly ProofSubject[],
): ProvenLevel[] {
  const found = [
    ...paperLevels.options.flatMap((level) => provenByPapers(kind, level, papers)),
    ...milestones.flatMap((milestone) => provenByMilestone(kind, milestone, papers)),
    ...provenByRoster(kind, papers, subjects),
  ];
  const earliest = new Map<string, ProvenLevel>();
  for (const proven of found.sort(byDay)) {
    const key = `${proven.level} ${proven.subjectId ?? ''}`;
    if (!earliest.has(key)) earliest.set(key, proven);
  }
  return [...earliest.values()].sort(
    (a, b) =>
      levels.codes.indexOf(a.level) - levels.codes.indexOf(b.level) ||
      compare(a.subjectId ?? '', b.subjectId ?? ''),
  );
}

/** What the agreement itself proves, with its form; undefined when no paper proves an agreement. */
export function agreementOf(
  kind: SigningKind,
  papers: readonly Paper[],
): { level: PaperLevel; form?: SigningForm; on: string } | undefined {
  for (const level of [...paperLevels.options].reverse()) {
    const proof = findProof(kind, level, papers, papers);
    if (proof) return { level, form: proof.rule.form, on: proof.on };
  }
  return undefined;
}

/** Whether `main` and, beside them, the signing's other papers show that the level was reached. */
export const proves = (
  kind: SigningKind,
  level: Level,
  main: readonly Paper[],
  papers: readonly Paper[],
): boolean => findProof(kind, level, main, papers) !== undefined;

function provenByPapers(kind: SigningKind, level: PaperLevel, papers: readonly Paper[]): ProvenLevel[] {
  const proof = findProof(kind, level, papers, papers);
  return proof ? [{ level, on: proof.on, documentIds: proof.documentIds }] : [];
}

function provenByMilestone(
  kind: SigningKind,
  { level, reachedOn, documentIds, subjectId }: Milestone,
  papers: readonly Paper[],
): ProvenLevel[] {
  const shown = papers.filter(({ id }) => documentIds.includes(id));
  if (!proves(kind, level, shown, papers)) return [];
  return [{ level, on: reachedOn, documentIds: [...documentIds].sort(), ...(subjectId && { subjectId }) }];
}

/** A sealed roster that gives the month of social insurance shows each of its people on board. */
function provenByRoster(
  kind: SigningKind,
  papers: readonly Paper[],
  subjects: readonly ProofSubject[],
): ProvenLevel[] {
  const rosters = papers.filter((paper) => paper.kind === 'roster');
  const proof = findProof(kind, 'on-board', rosters, rosters);
  if (!proof) return [];
  return subjects.flatMap(({ id, line, facts: { onBoardOn, socialInsuranceFrom } }) =>
    line === null || onBoardOn === undefined || socialInsuranceFrom === undefined
      ? []
      : [{ level: 'on-board' as const, on: onBoardOn, documentIds: proof.documentIds, subjectId: id }],
  );
}

/** The earliest proof of the level whose main paper is among `main`. */
function findProof(
  kind: SigningKind,
  level: Level,
  main: readonly Paper[],
  papers: readonly Paper[],
): Proof | undefined {
  return PROOF_RULES.filter((rule) => rule.level === level && rule.signings.includes(kind))
    .flatMap((rule) => proofBy(rule, main, papers))
    .sort(byDay)[0];
}

function proofBy(rule: ProofRule, main: readonly Paper[], papers: readonly Paper[]): Proof[] {
  const chosen = [
    earliest(main.filter((paper) => rule.main.includes(paper.kind) && statesAll(paper, rule))),
    ...(rule.with ?? []).map((group) => earliest(papers.filter((paper) => group.includes(paper.kind)))),
  ];
  if (!chosen.every((paper) => paper !== undefined)) return [];
  const on = chosen.reduce((latest, { datedOn }) => (datedOn > latest ? datedOn : latest), '');
  return [{ rule, on, documentIds: [...new Set(chosen.map(({ id }) => id))].sort() }];
}

const statesAll = (paper: Paper, rule: ProofRule): boolean =>
  (rule.states ?? []).every((particular) => paper.particulars.includes(particular));

const earliest = (papers: readonly Paper[]): Paper | undefined =>
  [...papers].sort((a, b) => compare(a.datedOn, b.datedOn) || compare(a.id, b.id))[0];

const byDay = (
  a: { on: string; documentIds: readonly string[] },
  b: { on: string; documentIds: readonly string[] },
): number => compare(a.on, b.on) || compare(a.documentIds.join(), b.documentIds.join());

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
