import { countOf } from './prefill-numbers';
import { prefill } from './prefill';
import { prefillView } from './prefill.schema';

describe('prefill', () => {
  it('reads an advertisement', () => {
    const text = `招聘焊接工程师两名。
本科及以上学历，材料、机械等相关专业，硕士优先，5年以上工作经验，高级工程师。
工作地点：太原，年薪15-25万，全职。`;
    const read = prefill(text);
    expect(read).toMatchObject({
      kind: 'hiring',
      title: '焊接工程师',
      hiring: {
        headcount: 2,
        tier: 'professional',
        education: 'bachelor',
        minYears: 5,
        title: 'associate-senior',
        city: '太原',
        fields: ['材料', '机械'],
        engagement: ['full-time'],
        payMin: 150_000,
        payMax: 250_000,
      },
    });
    for (const { passage } of read.found) expect(text).toContain(passage);
  });

  it('parts what is asked for by “or”, and leaves the post as the title', () => {
    expect(
      prefill('我公司急需招聘焊接工程师2名，要求硕士及以上学历，材料成型及控制工程或焊接专业。'),
    ).toMatchObject({
      title: '焊接工程师',
      hiring: { headcount: 2, education: 'master', fields: ['材料成型及控制工程', '焊接'] },
    });
    expect(prefill('招聘两名').title).toBe('招聘两名');
  });

  it('reads pay by the month, skill levels and flexible work', () => {
    expect(prefill('诚聘数控技师3人，月薪8-12k，可兼职').hiring).toMatchObject({
      headcount: 3,
      skillLevel: 'technician',
      tier: 'skilled-worker',
      engagement: ['flexible'],
      payMin: 96_000,
      payMax: 144_000,
    });
  });

  it('reads a technical problem', () => {
    const read = prefill(`一、液压支架密封件攻关：
密封件寿命由3个月提高到12个月以上，预算80-120万元，要求TRL 7，联合开发，2022年12月底前完成。`);
    expect(read).toMatchObject({
      kind: 'technology',
      title: '液压支架密封件攻关',
      technology: {
        indicators: [{ name: '密封件寿命', now: '3个月', wanted: '12个月以上' }],
        budgetMin: 800_000,
        budgetMax: 1_200_000,
        trlWanted: 7,
        modes: ['development'],
        deadline: '2022-12-31',
      },
    });
  });

  it.each(['', '   ', 'Welding engineer wanted', '年薪面议，人数若干', '预算 2021年13月底前'])(
    'answers something valid to %j',
    (text) => {
      expect(prefillView.parse(prefill(text)).kind).toMatch(/hiring|technology/);
    },
  );
});

describe('countOf', () => {
  it.each([
    ['3', 3],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['三十一', 31],
  ])('%s is %d', (words, count) => expect(countOf(words)).toBe(count));
});
