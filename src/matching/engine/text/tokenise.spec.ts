import { normaliseText } from './normalise-text';
import { tokenise } from './tokenise';

/** The terms of a text by kind, as the text writes them. */
function read(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const normalised = normaliseText(text);
  tokenise(normalised, (_, from, to, kind) => {
    const surface = text.slice(normalised.offsets[from], normalised.offsets[to]);
    found[kind] = [...(found[kind] ?? []), surface];
  });
  return found;
}

/** The characters, bigrams and other terms in which a function word stands. */
function readFunctional(text: string): string[] {
  const found: string[] = [];
  const normalised = normaliseText(text);
  tokenise(normalised, (_id, from, to, kind, isFunctional) => {
    if (isFunctional && kind !== 'fragment')
      found.push(text.slice(normalised.offsets[from], normalised.offsets[to]));
  });
  return found;
}

function ids(text: string): number[] {
  const found: number[] = [];
  tokenise(normaliseText(text), (id) => found.push(id));
  return found;
}

describe('tokenise', () => {
  it('reads ideographs as characters, bigrams and words', () => {
    expect(read('单晶生长')).toEqual({
      character: ['单', '晶', '生', '长'],
      bigram: ['单晶', '晶生', '生长'],
      word: ['单晶', '生长'],
    });
    expect(read('𠮷野').bigram).toEqual(['𠮷野']);
  });

  it('reads inflected words alike', () => {
    expect(ids('sensors')[0]).toBe(ids('Sensor')[0]);
  });

  it.each([
    ['10 kW·h', '10kWh'],
    ['≥99.9%', '99.9％'],
    ['1,000 mm', '1000mm'],
    ['GB/T', 'gb/t'],
    ['Ti-6Al-4V', 'TI-6AL-4V'],
    ['500万元', '500萬元'],
  ])('reads %s as %s', (one, other) => {
    expect(ids(one)).toEqual(ids(other));
  });

  it('tells quantities with other units apart', () => {
    expect(ids('10kW')).not.toEqual(ids('10kg'));
    expect(read('10kW·h 电池').quantity).toEqual(['10kW·h']);
  });

  it('reads a model name whole and in pieces', () => {
    expect(read('Ti-6Al-4V').compound).toEqual(expect.arrayContaining(['Ti-6Al-4V', '6Al', '4V']));
  });

  it.each([
    ['高温的防护', ['温的', '的', '的防']],
    ['The growth of SiC', ['The', 'of']],
    ['等离子体', []],
    ['对流换热', []],
    ['CAN bus for IT', ['for']],
  ])('marks function words that stand alone in %s', (text, marked) => {
    expect(readFunctional(text).sort()).toEqual([...marked].sort());
  });
});
