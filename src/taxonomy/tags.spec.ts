import { findEconomicClass } from './gbt4754';
import { findAliases, searchTags } from './tag-search';
import { ancestorsOf, findTag, groupsOf, isWithin, tagLabel, tags, tagSchema } from './tags';

const codesIn = (text: string) => findAliases(text).map(({ code }) => code);

describe('the tag tree', () => {
  it('has 9 industries, 40 groups and the plan’s words', () => {
    const count = (level: string) => tags.filter((tag) => tag.level === level).length;
    expect([count('industry'), count('group'), count('word')]).toEqual([9, 40, 4]);
  });

  it('refers only to tags and divisions that exist', () => {
    for (const { code, parent, covers, divisions } of tags) {
      expect(code.startsWith(parent ? `${parent}.` : code)).toBe(true);
      expect([...(parent ? [parent] : []), ...covers].every(findTag)).toBe(true);
      expect(divisions.every((division) => division.length === 3 && findEconomicClass(division))).toBe(true);
    }
  });

  it('gives every tag 3 to 16 aliases, none twice', () => {
    for (const { aliases } of tags) {
      expect(aliases.length).toBeGreaterThanOrEqual(3);
      expect(aliases.length).toBeLessThanOrEqual(16);
      expect(new Set(aliases.map((alias) => alias.toLowerCase())).size).toBe(aliases.length);
      expect(aliases.every((alias) => alias === alias.trim() && alias.length > 1)).toBe(true);
    }
  });

  it('reads the plan’s words as the classification', () => {
    expect(groupsOf('word:smart-manufacturing')).toEqual(['2.1', '1.5']);
    expect(groupsOf('word:advanced-equipment')).toEqual(['2.1', '2.2', '2.3', '2.4', '2.5']);
    expect(ancestorsOf('2.1')).toEqual(['2', 'word:advanced-equipment', 'word:smart-manufacturing']);
    expect(ancestorsOf('6')).toEqual(['word:dual-carbon']);
    expect(ancestorsOf('word:dual-carbon')).toEqual([]);
  });

  it('answers a filter with narrower tags only', () => {
    expect(isWithin('2.4', 'word:advanced-equipment')).toBe(true);
    expect(isWithin('2', '2')).toBe(true);
    expect(isWithin('2', '2.4')).toBe(false);
    expect(isWithin('1.4', 'word:smart-manufacturing')).toBe(false);
  });

  it('labels and refuses', () => {
    expect(tagLabel('3', 'zh-CN')).toBe('新材料产业');
    expect(tagSchema.safeParse('3.9').success).toBe(false);
    expect(() => groupsOf('3.9')).toThrow(RangeError);
  });
});

describe('aliases in a text', () => {
  it('are found in both languages, with offsets', () => {
    const text = '面向碳达峰的储能系统 and Carbon Fibre parts';
    expect(findAliases(text).map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
      ['word:dual-carbon', '碳达峰'],
      ['6.5', '储能'],
      ['3.5', 'Carbon Fibre'],
    ]);
  });

  it('take the longest word and whole Latin words', () => {
    expect(codesIn('碳化硅陶瓷')).toEqual(['3.4']);
    expect(codesIn('chair, said, RAIL')).toEqual([]);
    expect(codesIn('基于AI的质检')).toEqual(['1.5']);
  });

  it('give each tag that a word may mean', () => {
    expect(codesIn('新材料')).toEqual(['3', 'word:new-materials']);
  });
});

describe('searching tags', () => {
  const codes = (query: string) => searchTags(query).map(({ code }) => code);

  it('puts codes before names before aliases', () => {
    expect(codes('3.1')).toEqual(['3.1']);
    expect(codes('Steel')[0]).toBe('3.1');
    expect(codes('石墨烯')).toEqual(['3.6']);
    expect(codes('没有这个词')).toEqual([]);
    expect(codes(' ')).toHaveLength(tags.length);
  });
});
