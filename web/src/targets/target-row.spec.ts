import { numbersOf } from './target-row';

const reading = (code: string, counted: number) => ({ code, name: code, counted });

describe('numbersOf', () => {
  it('sets signed and landed side by side, and keeps every undecided reading', () => {
    const readings = [
      reading('signed', 7),
      reading('landed', 3),
      reading('amount:each', 1),
      reading('amount:total', 4),
    ];
    const { signed, landed, others } = numbersOf({ readings, byRegion: {} });
    expect([signed, landed]).toEqual([7, 3]);
    expect(others.map(({ code }) => code)).toEqual(['amount:each', 'amount:total']);
  });

  it('splits by origin, without those that are none', () => {
    const { regions } = numbersOf({
      readings: [],
      byRegion: { overseas: 1, 'outside-province': 3, 'in-park': 0 },
    });
    expect(regions).toEqual([
      { region: 'overseas', count: 1, share: 25 },
      { region: 'outside-province', count: 3, share: 75 },
    ]);
  });
});
