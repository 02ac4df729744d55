import { countLevels, resolveLevel } from './count-levels';
import {
  AMOUNT_RULES,
  levelOfDocument,
  levelsOf,
  missingDocuments,
  particularsOf,
  PROOF_RULES,
  provesAmount,
  SUPPORTING_DOCUMENTS,
} from './document-rules';
import { documentKinds, type DocumentKind } from './document.vocabulary';
import { amountKinds, levels, signingKinds, type SigningKind } from './signing.vocabulary';

describe('what proves what', () => {
  it.each<[SigningKind, DocumentKind, string | undefined]>([
    ['project', 'letter-of-intent', 'intention'],
    ['talent', 'offer', 'intention'],
    ['project', 'framework-agreement', 'framework'],
    ['cooperation', 'framework-agreement', 'signed'],
    ['base', 'framework-agreement', 'signed'],
    ['enterprise', 'settlement-agreement', 'signed'],
    ['project', 'technology-contract', 'signed'],
    ['talent', 'flexible-agreement', 'signed'],
    ['project', 'business-licence', 'registered'],
    ['alliance', 'founding-document', 'unveiled'],
    ['project', 'offer', undefined],
    ['project', 'photo', undefined],
    ['alliance', 'news', undefined],
  ])('%s: %s is %s', (signing, document, level) =>
    expect(levelOfDocument(signing, document)?.level).toBe(level),
  );

  it('never lets an intention or a project’s framework count', () => {
    const countable = PROOF_RULES.filter(({ level }) => levels.get(level).counts);
    const papers = countable
      .filter(({ signings }) => signings.includes('project'))
      .flatMap(({ main }) => main);
    expect(papers).not.toContain('framework-agreement');
    expect(papers).not.toContain('letter-of-intent');
  });

  it('asks for the papers that are missing', () => {
    expect(missingDocuments('project', 'settled', ['lease'])).toEqual([['rent-receipt', 'handover-record']]);
    expect(missingDocuments('project', 'settled', ['lease', 'handover-record'])).toEqual([]);
    expect(missingDocuments('talent', 'on-board', ['employment-contract'])).toEqual([
      ['social-insurance', 'payroll-slip'],
    ]);
    expect(missingDocuments('talent', 'on-board', ['roster'])).toEqual([]);
    expect(missingDocuments('talent', 'fulfilled', ['service-record', 'flexible-agreement'])).toEqual([
      ['payment-proof'],
    ]);
    expect(missingDocuments('base', 'unveiled', ['founding-document', 'photo'])).toEqual([
      ['charter'],
      ['member-list'],
    ]);
    expect(() => missingDocuments('alliance', 'settled', [])).toThrow(RangeError);
  });

  it('keeps the forms of a talent’s signing apart', () => {
    expect(missingDocuments('talent', 'signed', ['flexible-agreement'], 'flexible')).toEqual([]);
    expect(missingDocuments('talent', 'signed', ['flexible-agreement'], 'employment')).toEqual([
      ['employment-contract', 'roster'],
    ]);
  });

  it('knows what a paper must state', () => {
    expect(particularsOf('talent', 'signed', 'flexible-agreement')).toEqual(
      expect.arrayContaining(['task', 'term', 'days', 'pay']),
    );
    expect(particularsOf('project', 'registered', 'business-licence')).toEqual([]);
  });

  it('counts contract volume only by the registration', () => {
    expect(provesAmount('contract-value', ['technology-contract'])).toBe(false);
    expect(provesAmount('contract-value', ['technology-contract', 'contract-registration'])).toBe(true);
    expect(AMOUNT_RULES.map(({ amount }) => amount).sort()).toEqual([...amountKinds.codes].sort());
  });
});

describe('the rules as a whole', () => {
  it('give every kind of signing something that counts', () => {
    for (const signing of signingKinds.codes) {
      expect(levelsOf(signing).some((level) => levels.get(level).counts)).toBe(true);
    }
  });

  it('reach every level and use every paper', () => {
    expect(new Set(PROOF_RULES.map(({ level }) => level))).toEqual(new Set(levels.codes));
    const used = [
      ...PROOF_RULES.flatMap(({ main, with: groups = [] }) => [...main, ...groups.flat()]),
      ...AMOUNT_RULES.flatMap(({ from }) => from),
      ...SUPPORTING_DOCUMENTS,
    ];
    expect(new Set(used)).toEqual(new Set(documentKinds.codes));
  });

  it('let 落地 mean what the plan says and leave every other level alone', () => {
    expect(resolveLevel('landed', 'registered')).toBe('registered');
    expect(resolveLevel('landed', 'started')).toBe('started');
    for (const code of countLevels.codes.filter((level) => level !== 'landed')) {
      expect(resolveLevel(code, 'produced')).toBe(code);
    }
  });
});
