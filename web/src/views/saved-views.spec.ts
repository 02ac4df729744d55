import { sendKept } from './kept-in-browser';
import { filterOf, isShown } from './saved-views';

describe('saved views', () => {
  it('are shown by an address with the same filter', () => {
    const filter = filterOf({ status: 'draft', park: undefined, mine: true });
    expect(filter).toEqual({ status: 'draft', mine: true });
    expect(isShown({ filter }, { mine: true, status: 'draft' })).toBe(true);
    expect(isShown({ filter }, { status: 'draft' })).toBe(false);
    expect(isShown({ filter: {} }, filter)).toBe(false);
  });

  it('that a browser kept are handed over once, and kept while the server refuses', async () => {
    const store = new Map([
      ['views u needs', JSON.stringify([{ name: '待审', search: { status: 'submitted' } }])],
    ]);
    Object.assign(globalThis, {
      localStorage: {
        getItem: (key: string) => store.get(key) ?? null,
        removeItem: (key: string) => store.delete(key),
      },
    });
    const refuse = jest.fn().mockRejectedValue(new Error('away'));
    await sendKept('needs', 'u', refuse);
    expect(store.size).toBe(1);
    const take = jest.fn().mockResolvedValue([]);
    await sendKept('needs', 'u', take);
    await sendKept('needs', 'u', take);
    expect(take.mock.calls).toEqual([
      [{ list: 'needs', name: '待审', filter: { status: 'submitted' }, shared: false }],
    ]);
  });
});
