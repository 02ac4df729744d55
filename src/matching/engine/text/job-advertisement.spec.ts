import fc from 'fast-check';
import { hideAdvertising } from './job-advertisement';

describe('hideAdvertising', () => {
  it.each([
    ['the employer', '晋城某某重工有限公司招聘焊工', '焊工'],
    ['a call without a name', '诚聘电气工程师', '电气工程师'],
    ['pay and hours', '会计，月薪6000-8000元，双休', '会计'],
    ['benefits', '数控车工（五险一金、包吃住）', '数控车工'],
    ['a sum alone', '司机 月入8k+', '司机'],
  ])('hides %s', (_, advertisement, post) => {
    expect(hideAdvertising(advertisement).replaceAll(/[\s，、（）]/gu, '')).toBe(post);
  });

  it.each([
    '招聘专员',
    '招聘经理助理',
    '某某集团招聘管理系统开发',
    '工资核算系统',
    '需要长期稳定运行的温控设备，年产5000吨',
    '企业需要解决的问题：公司去年招聘了一批博士',
  ])('leaves %s as it is', (text) => {
    expect(hideAdvertising(text)).toBe(text);
  });

  it('keeps offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(hideAdvertising(text)).toHaveLength(text.length);
      }),
    );
  });
});
