import { findVocabulary, vocabularies, vocabularyVersion } from './catalogue';
import { findEconomicClass, economicClassLabel } from './gbt4754';
import { educations, skillLevels } from './talent.vocabulary';
import { findTitleRank, titleSeries } from './title-series';

describe('every vocabulary', () => {
  it('has a name of its own', () => {
    const names = vocabularies.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => findVocabulary(name)?.name === name)).toBe(true);
  });

  it.each(vocabularies)('$name has unique codes and labels in both languages', ({ terms }) => {
    expect(new Set(terms.map(({ code }) => code)).size).toBe(terms.length);
    for (const { zh, en } of terms) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[A-Z]/);
      expect(en).not.toMatch(/\p{Script=Han}|undefined/u);
    }
  });

  it('is named by a version', () => expect(vocabularyVersion).toMatch(/^[0-9a-f]{16}$/));
});

describe('a scale', () => {
  it('ranks totally, lowest first', () => {
    expect(skillLevels.rank('apprentice')).toBe(0);
    expect(skillLevels.atLeast('senior', 'intermediate')).toBe(true);
    expect(skillLevels.atLeast('junior', 'intermediate')).toBe(false);
    expect(educations.atLeast('master', 'master')).toBe(true);
    expect(skillLevels.codes.map(skillLevels.rank)).toEqual([...skillLevels.codes.keys()]);
  });

  it('refuses a code that is not in it', () => {
    expect(() => skillLevels.rank('wizard' as 'senior')).toThrow(RangeError);
    expect(skillLevels.find('wizard')).toBeUndefined();
    expect(skillLevels.schema.safeParse('wizard').success).toBe(false);
  });
});

describe('GB/T 4754-2017', () => {
  it('holds every section, division, group and class, each below its parent', () => {
    const { terms } = findVocabulary('gbt4754-2017') ?? { terms: [] };
    const parents = terms.map(({ code }) => findEconomicClass(code)?.parent);
    expect(terms).toHaveLength(20 + 97 + 473 + 1381);
    expect(parents.filter((parent) => parent === undefined)).toHaveLength(20);
    expect(parents.every((parent) => parent === undefined || findEconomicClass(parent))).toBe(true);
  });

  it('labels a class in both languages', () => {
    expect(economicClassLabel('C37', 'zh-CN')).toBe('铁路、船舶、航空航天和其他运输设备制造业');
    expect(economicClassLabel('C3985', 'en')).toBe(
      'Computers, communication and other electronic equipment (C3985)',
    );
    expect(economicClassLabel('Z99', 'en')).toBeUndefined();
  });
});

describe('professional titles', () => {
  it('are ranked by name', () => {
    expect(findTitleRank('副教授')).toBe('associate-senior');
    expect(findTitleRank('助理研究员')).toBe('intermediate');
    expect(findTitleRank('董事长')).toBeUndefined();
  });

  it('never stand at two ranks', () => {
    const names = titleSeries.flatMap((series) => Object.values(series.names).flat());
    expect(new Set(names).size).toBe(names.length);
  });
});
