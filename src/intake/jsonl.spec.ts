import { parseJsonl } from './jsonl';

const parse = (...lines: string[]) => parseJsonl(Buffer.from(lines.join('\n')));

describe('parseJsonl', () => {
  it('reads id, title, text and tags, past a byte order mark and empty lines', () => {
    const read = parseJsonl(
      Buffer.from('\ufeff{"id":"a","title":"标题"}\r\n\n{"id":7,"text":"正文","tags":["x"]}\n'),
    );
    expect(read).toEqual([
      { id: 'a', title: '标题', tags: [] },
      { id: '7', text: '正文', tags: ['x'] },
    ]);
  });

  it.each([
    ['not JSON', '{"id":', 'line 2: not JSON'],
    ['an unknown key', '{"id":"b","text":"x","budget":5}', 'line 2: unknown key "budget"'],
    ['neither title nor text', '{"id":"b","title":" "}', 'line 2: needs a title or a text'],
    ['no id', '{"text":"x"}', /^line 2: id: /],
    ['a tag that is no text', '{"id":"b","text":"x","tags":[1]}', /^line 2: tags\.0: /],
    ['half a character', '{"id":"b","text":"\\ud800"}', 'line 2: text: holds characters that are no text'],
    ['an id for the second time', '{"id":"a","text":"x"}', 'line 2: id "a" is on line 1 already'],
    ['a list', '[]', /^line 2: /],
  ])('refuses %s, naming the line', (_, line, message) => {
    expect(() => parse('{"id":"a","text":"x"}', line)).toThrow(message);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(() => parseJsonl(Buffer.from([0x7b, 0xb1, 0xe2, 0x7d]))).toThrow('not UTF-8');
  });
});
