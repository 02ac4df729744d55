import fc from 'fast-check';
import { buildModel } from './build-model';
import { collectStatistics } from './collect-statistics';
import { explainPair } from './explain/explain-pair';
import { featurise } from './features';
import { Matcher } from './matcher';
import type { MatchRecord } from './record';
import { record, TREE } from './testing/records';

/** 10,000 in the full form: FAIRNESS_PAIRS=10000 npx jest src/matching/engine/fairness. */
const PAIRS = Number(process.env.FAIRNESS_PAIRS ?? 150);

const WORDS = ['碳化硅单晶', '煤层气抽采', '光伏组件清洗', '镁合金压铸', '高水基密封件', '永磁电机控制'];
const model = buildModel({
  version: 1,
  statistics: collectStatistics(WORDS.map((text) => featurise(record({ text }), TREE))),
});
const featuresOf = (source: MatchRecord) => featurise(source, TREE);

/** Everything about a person that must decide nothing. */
const person = fc.record({
  name: fc.constantFrom('张伟', '欧阳娜娜', '买买提·艾力', '李静', '王建国'),
  sex: fc.constantFrom('男', '女'),
  year: fc.integer({ min: 1950, max: 2005 }),
  month: fc.integer({ min: 1, max: 12 }),
  group: fc.constantFrom('汉', '回', '维吾尔', '蒙古', '藏'),
  place: fc.constantFrom('山西太原', '内蒙古包头', '新疆喀什', '上海', '广东梅州'),
  caption: fc.constantFrom('在实验室', '会场合影', '军装照'),
});
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

/** The ways a biography, a form and a CV say it. */
const WRITTEN: readonly ((person: Person) => string)[] = [
  ({ name, sex, year, month, group, place }) =>
    `${name}，${sex}，${year}年${month}月生，${group}族，${place}人，`,
  ({ name, sex, year, month, group, place, caption }) =>
    `姓名：${name} 性别：${sex} 出生年月：${year}.${String(month).padStart(2, '0')} 民族：${group}族 籍贯：${place} 照片：${caption}\n`,
  ({ sex, year }) => `现年${2022 - year}岁，${sex === '男' ? '张先生' : '张女士'}，`,
  ({ sex, year }) =>
    `${sex === '男' ? 'He' : 'She'} is a ${2022 - year}-year-old ${sex === '男' ? 'man' : 'woman'}. `,
];

const work = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });
const pair = fc.record({
  needs: work,
  works: work,
  others: fc.array(work, { minLength: 2, maxLength: 5 }),
  written: fc.constantFrom(...WRITTEN),
  first: person,
  second: person,
});

it(`gives the same score, rank and passages whoever the person is, in ${PAIRS} pairs`, () => {
  fc.assert(
    fc.property(pair, ({ needs, works, others, written, first, second }) => {
      const talent = (who: Person) =>
        record({
          id: 'talent',
          kind: 'talent',
          text: `${written(who)}长期从事${works.join('、')}研究。`,
          redactions: [who.name],
        });
      const need = (who: Person) =>
        record({
          id: 'need',
          kind: 'hiring-need',
          text: `${written(who)}寻求${needs.join('、')}人才。`,
          redactions: [who.name],
        });
      const judge = (asking: MatchRecord, answering: MatchRecord) => {
        const matcher = new Matcher(model, []);
        const rivals = others.map((words, at) =>
          record({ id: `rival-${at}`, kind: 'talent', text: words.join('、') }),
        );
        for (const one of [answering, ...rivals])
          matcher.upsert({ id: one.id, version: 1, features: featuresOf(one) });
        const ranked = matcher.rank(featuresOf(asking), 'hiring-talent', 10);
        const side = (one: MatchRecord) => ({ record: one, features: featuresOf(one) });
        const { passages } = explainPair(side(asking), side(answering), model, TREE);
        const texts = (found: readonly { text: string }[]) => found.map(({ text }) => text);
        return { ranked, demand: texts(passages.demand), supply: texts(passages.supply) };
      };
      const told = judge(need(first), talent(first));
      expect(judge(need(first), talent(second))).toEqual(told);
      expect(judge(need(second), talent(first))).toEqual(told);
    }),
    { numRuns: PAIRS },
  );
});
