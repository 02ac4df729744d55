import fc from 'fast-check';
import { featurise } from '../features';
import { record, TREE } from '../testing/records';
import { hidePersonalDetails } from './personal-details';

function features(text: string, redactions: string[] = []) {
  return featurise(record({ kind: 'talent', text, redactions }), TREE).text;
}

describe('hidePersonalDetails', () => {
  const work = '长期从事煤层气抽采装备研究,主持省级课题3项。';

  it('gives the same features whatever the person is', () => {
    const opening = (name: string, sex: string, year: number, month: number, group: string, place: string) =>
      `${name}，${sex}，${year}年${month}月生，${group}族，${place}人，博士，${work}`;
    fc.assert(
      fc.property(
        fc.constantFrom('张伟', '欧阳娜娜', '买买提·艾力'),
        fc.constantFrom('男', '女'),
        fc.integer({ min: 1950, max: 2005 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('汉', '回', '维吾尔', '蒙古'),
        fc.constantFrom('山西太原', '内蒙古包头', '新疆喀什', '上海'),
        (...person) => {
          expect(features(opening(...person))).toEqual(
            features(opening('李明', '男', 1985, 3, '汉', '山西太原')),
          );
        },
      ),
    );
  });

  it.each([
    ['labelled entries', '姓名：张伟 性别：男 出生年月：1985.03 民族：汉族 籍贯：山西太原\n', ''],
    ['ages', '现年38岁，', '现年52岁，'],
    ['births', '1985年3月出生，', '出生于1979年，'],
    ['pronouns', '他', '她'],
    ['titles', '张先生', '张女士'],
    ['English', 'She is a 45-year-old woman. ', 'He is a 39-year-old man. '],
    ['captions', '照片：张伟在实验室\n', '照片：会场合影\n'],
  ])('hides %s', (_, one, other) => {
    expect(features(one + work)).toEqual(features(other + work));
  });

  it('hides names that are given to it', () => {
    expect(features(`张伟教授${work}`, ['张伟'])).toEqual(features(`王芳教授${work}`, ['王芳']));
  });

  it('keeps offsets and what is about the work', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(hidePersonalDetails(text)).toHaveLength(text.length);
      }),
    );
    for (const text of [
      work,
      '其他材料',
      '年处理20万吨',
      '2019年获省科技进步一等奖',
      '太原重工',
      '男装面料印染',
    ]) {
      expect(hidePersonalDetails(text)).toBe(text);
    }
  });
});
