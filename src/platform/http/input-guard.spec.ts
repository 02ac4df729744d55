import fc from 'fast-check';
import { refuseHostileJson, refuseHostileQuery } from './input-guard';

const refusal = (fields: object) => expect.objectContaining(fields) as Error;

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe('the input guard', () => {
  it('lets any clean JSON of 32 levels pass', () => {
    expect(() => refuseHostileJson(nested(32))).not.toThrow();
    fc.assert(
      fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), (text) => {
        fc.pre(!/\\u0000|\\ud[89a-f]|__proto__|constructor|prototype/i.test(JSON.stringify(text)));
        expect(() => refuseHostileJson(JSON.parse(text))).not.toThrow();
      }),
    );
  });

  it('refuses depth, even one that would exhaust the stack', () => {
    expect(() => refuseHostileJson(nested(33))).toThrow(refusal({ code: 'INPUT.TOO_DEEP' }));
    expect(() => refuseHostileJson(JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)))).toThrow();
  });

  it.each(['{"a":"\\u0000"}', '{"a":["\\ud800"]}', '{"\\udc00":1}'])('refuses the text in %s', (json) => {
    expect(() => refuseHostileJson(JSON.parse(json))).toThrow(refusal({ code: 'INPUT.FORBIDDEN_TEXT' }));
  });

  it.each(['{"__proto__":{"x":1}}', '{"a":{"constructor":1}}', '[{"prototype":1}]'])(
    'refuses the key in %s',
    (json) => {
      expect(() => refuseHostileJson(JSON.parse(json))).toThrow(refusal({ code: 'INPUT.UNKNOWN_FIELD' }));
    },
  );

  it('takes characters outside the basic plane as text', () => {
    expect(() => refuseHostileJson({ name: '𠮷野·玛丽' })).not.toThrow();
  });

  it('refuses a parameter given twice', () => {
    expect(() => refuseHostileQuery({ status: ['a', 'b'] })).toThrow(
      refusal({ code: 'INPUT.DUPLICATE_PARAMETER' }),
    );
    expect(() => refuseHostileQuery({ status: 'a,b' })).not.toThrow();
  });
});
