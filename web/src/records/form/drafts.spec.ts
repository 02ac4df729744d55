import type { NeedView } from '@server/needs/need.view';
import { clashesOf, merged } from './conflicts';
import { changesOf, draftOf, requestOf } from './drafts';

describe('requestOf', () => {
  it('sends the details of its kind only, money in 元, and nothing that was left empty', () => {
    expect(
      requestOf({
        kind: 'hiring',
        title: '焊接工程师',
        text: '要求',
        tags: [],
        publicSummary: '',
        technology: { budgetMax: 3 },
        hiring: { headcount: 2, payMin: 12.5, payMax: undefined, fields: ['焊接'] },
      }),
    ).toEqual({
      kind: 'hiring',
      title: '焊接工程师',
      text: '要求',
      hiring: { headcount: 2, payMin: 125_000, fields: ['焊接'] },
    });
  });

  it('sends how to reach a person only when it was typed', () => {
    expect(requestOf({ name: '李雷', contact: { phone: '' } })).toEqual({ name: '李雷' });
    expect(requestOf({ contact: { phone: '13800000000', email: null } })).toEqual({
      contact: { phone: '13800000000' },
    });
  });
});

describe('changesOf', () => {
  const need = {
    kind: 'hiring',
    title: '焊工',
    text: '要求',
    tags: ['3'],
    park: 'NO.1',
    publicSummary: '焊接',
    organisation: { id: 'o', name: '甲' },
    must: [],
    hiring: { headcount: 2, tier: 'skilled-worker', fields: [], engagement: ['full-time'], payMin: 120_000 },
  } as unknown as NeedView;
  const base = draftOf('needs', need);

  it('says nothing of what is as it was', () => {
    expect(changesOf(base, draftOf('needs', need))).toEqual({});
  });

  it('takes away what was emptied, sends details whole, and never empties what must be there', () => {
    const draft = { ...base, title: '', publicSummary: '', tags: [], hiring: { ...base.hiring, payMin: 15 } };
    expect(changesOf(base, draft)).toEqual({
      publicSummary: null,
      tags: [],
      hiring: { headcount: 2, tier: 'skilled-worker', engagement: ['full-time'], payMin: 150_000 },
    });
  });
});

describe('two people at one record', () => {
  const base = { title: '甲', text: '文', hiring: { headcount: 1, city: '太原' } };
  const mine = { title: '我的', text: '文', hiring: { headcount: 2, city: '太原' } };
  const theirs = { title: '他的', text: '新文', hiring: { headcount: 1, city: '大同' } };

  it('clash only where both changed', () => {
    expect(clashesOf(base, mine, theirs)).toEqual([{ field: 'title', mine: '我的', theirs: '他的' }]);
  });

  it('keep everything of both, the clash as it was chosen', () => {
    expect(merged(base, mine, theirs, new Set())).toEqual({
      title: '我的',
      text: '新文',
      hiring: { headcount: 2, city: '大同' },
    });
    expect(merged(base, mine, theirs, new Set(['title'])).title).toBe('他的');
  });
});
