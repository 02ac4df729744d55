import { buildModel } from '../build-model';
import { collectStatistics } from '../collect-statistics';
import { featurise } from '../features';
import { record, TREE } from '../testing/records';
import { TagSuggester } from './tag-suggester';

describe('TagSuggester', () => {
  const texts: [string, string[]][] = [
    ['碳化硅单晶衬底的切割与抛光', ['1.2']],
    ['氮化镓功率器件封装', ['1.2']],
    ['焦化废水深度处理与回用', ['7.2']],
    ['矿井水净化除盐', ['7.2']],
    ['锂电池储能系统的热管理', ['6.5']],
  ];
  const examples = texts.map(([text, codes]) => ({ features: featurise(record({ text }), TREE), codes }));
  const model = buildModel({
    version: 0,
    statistics: collectStatistics(examples.map(({ features }) => features)),
  });
  const vocabulary = [
    { code: '1.2', words: ['电子核心产业', '半导体', '芯片'] },
    { code: '7.2', words: ['先进环保产业', '污水处理'] },
    { code: '6.5', words: ['智能电网', '储能'] },
  ];
  const suggester = new TagSuggester(vocabulary, examples, model);

  it('suggests from labelled records and names the words behind it', () => {
    const text = '高盐废水处理后的回用';
    const [best] = suggester.suggest(record({ text }));
    expect(best?.code).toBe('7.2');
    expect(best?.words.map((word) => word.text)).toContain('废水处理');
    for (const word of best?.words ?? []) expect(text.slice(word.start, word.end)).toBe(word.text);
  });

  it('suggests from the vocabulary alone when no record carries the tag', () => {
    expect(new TagSuggester(vocabulary, [], model).suggest(record({ text: '储能电站' }))[0]?.code).toBe(
      '6.5',
    );
  });

  it.each(['', '。', '散步看天气'])('leaves %j unknown', (text) => {
    expect(suggester.suggest(record({ text }))).toEqual([]);
  });
});
