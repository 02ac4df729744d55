import { buildModel } from '../build-model';
import { collectStatistics } from '../collect-statistics';
import { featurise } from '../features';
import { decodeModel, encodeModel } from '../model-codec';
import { record } from '../testing/records';
import { TagTree } from '../tag-tree';
import { learnTagProfiles } from './tag-profile';
import { TagSuggester } from './tag-suggester';

const TREE = new TagTree({
  nodes: ['1.2', '7.2', '6.5'].map((code) => ({ code, level: 2 })),
  planWords: { 'word:green': ['7.2'] },
});
const VOCABULARY = [
  { code: '1.2', words: ['电子核心产业', '半导体', '芯片'] },
  { code: '7.2', words: ['先进环保产业', '污水处理'] },
  { code: '6.5', words: ['智能电网', '储能'] },
];

const stated = (text: string, code: string) =>
  featurise(record({ text, tags: [{ code, origin: 'stated', confidence: 1 }] }), TREE);

const records = [
  stated('碳化硅单晶衬底的切割与抛光', '1.2'),
  stated('氮化镓功率器件封装', '1.2'),
  stated('焦化废水深度处理与回用', '7.2'),
  stated('矿井水净化除盐', '7.2'),
  stated('锂电池储能系统的热管理', '6.5'),
];
const draft = buildModel({ version: 4, statistics: collectStatistics(records) });
const learnt = (examples: typeof records) =>
  buildModel({ ...draft.values, tagProfiles: learnTagProfiles(VOCABULARY, examples, draft) });
const model = learnt(records);
const suggest = (text: string, by = model) => new TagSuggester(by).suggest(record({ text }), TREE);

describe('TagSuggester', () => {
  it('suggests from records that people tagged and names the words behind it', () => {
    const text = '高盐废水处理后的回用';
    const [best] = suggest(text);
    expect(best?.code).toBe('7.2');
    expect(best?.words.map((word) => word.text)).toContain('废水处理');
    for (const word of best?.words ?? []) expect(text.slice(word.start, word.end)).toBe(word.text);
  });

  it('suggests from the vocabulary alone when no record carries the tag', () => {
    expect(suggest('储能电站', learnt([]))[0]?.code).toBe('6.5');
  });

  it.each(['', '。', '散步看天气'])('leaves %j unknown', (text) => {
    expect(suggest(text)).toEqual([]);
  });

  it('learns from tags that were stated, not from what they imply or what was suggested', () => {
    const text = '蒸馏塔';
    const said = (code: string, origin: 'stated' | 'suggested') =>
      featurise(record({ text, tags: [{ code, origin, confidence: 1 }] }), TREE);
    expect(suggest(text, learnt([said('7.2', 'stated')]))[0]?.code).toBe('7.2');
    expect(suggest(text, learnt([said('7.2', 'suggested'), said('word:green', 'stated')]))).toEqual([]);
  });

  it('guesses the same from a stored model', () => {
    const features = featurise(record({ text: '芯片封装与废水处理' }), TREE);
    const guessed = new TagSuggester(model).guess(features);
    expect(guessed.map(({ code }) => code).sort()).toEqual(['1.2', '7.2']);
    expect(new TagSuggester(decodeModel(encodeModel(model))).guess(features)).toEqual(guessed);
  });

  it('guesses nothing by a model that learnt no profiles', () => {
    expect(suggest('储能电站', draft)).toEqual([]);
  });
});
