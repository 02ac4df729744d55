import fc from 'fast-check';
import { etagOf, versionOf } from './if-match.decorator';

const refusal = (fields: object) => expect.objectContaining(fields) as Error;

describe('If-Match', () => {
  it('reads the version an ETag was made of, weak or strong', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (version) => {
        expect(versionOf(etagOf(version))).toBe(version);
        expect(versionOf(`W/${etagOf(version)}`)).toBe(version);
      }),
    );
  });

  it('is asked for with 428 when missing', () => {
    expect(() => versionOf(undefined)).toThrow(refusal({ status: 428 }));
  });

  it.each(['*', '7', '"x"', '"1", "2"', '""'])('is refused as %s', (header) => {
    expect(() => versionOf(header)).toThrow(refusal({ status: 400 }));
  });
});
