import { findProtectedWishes } from './protected-wish';

const traitsOf = (text: string) => findProtectedWishes(text).map(({ trait }) => trait);

describe('findProtectedWishes', () => {
  it.each([
    ['限男性，能适应井下作业', 'sex'],
    ['女士优先', 'sex'],
    ['性别：男', 'sex'],
    ['Male only, night shifts', 'sex'],
    ['年龄35周岁以下', 'age'],
    ['要求 ３５ 岁以下，本科', 'age'],
    ['年龄：25-40岁', 'age'],
    ['90后优先', 'age'],
    ['under 35 years old', 'age'],
    ['仅限汉族', 'ethnicity'],
    ['民族：汉', 'ethnicity'],
    ['限太原户籍', 'birthplace'],
    ['本地户口优先', 'birthplace'],
    ['山西籍优先', 'birthplace'],
    ['已婚已育优先', 'marriage'],
  ])('finds in “%s” a wish about %s', (text, trait) => {
    expect(traitsOf(text)).toContain(trait);
  });

  it.each([
    ['性别不限，年龄不限，男女均可'],
    ['男性健康产品研发岗位，5年以上经验'],
    ['有限公司招聘工艺工程师，工龄10年以上优先'],
    ['负责35kV变电站运维，设备服役20年以上'],
    ['本地化部署经验优先；60后台服务'],
    ['民族乐器声学研究方向'],
    ['面向少数民族地区的光伏扶贫项目经验'],
    ['年薪30-40万，工作地点太原'],
    ['性别：男女不限'],
    ['无限女娲平台开发'],
  ])('finds none in “%s”', (text) => {
    expect(findProtectedWishes(text)).toEqual([]);
  });

  it('quotes the words', () => {
    expect(findProtectedWishes('学历本科，年龄 40 岁以下。')).toEqual([
      { trait: 'age', passage: '40岁以下' },
    ]);
  });

  it('names several, each once', () => {
    expect(traitsOf('限男性，35岁以下，30岁以下优先，限男工')).toEqual(['sex', 'age']);
  });
});
