import { Readable } from 'node:stream';
import fc from 'fast-check';
import { readTar, TAR_END, tarMember } from './tar';

const content = fc.uint8Array({ maxLength: 1500 }).map((bytes) => Buffer.from(bytes));
const members = fc.array(fc.record({ name: fc.stringMatching(/^[a-z_/]{1,100}$/), content }), {
  maxLength: 4,
});

const read = async (bytes: Buffer, pieceBytes: number) => {
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, at) =>
    bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes),
  );
  const found = [];
  for await (const member of readTar(Readable.from(pieces))) found.push(member);
  return found;
};
const at = new Date(0);

it('gives back what was written, however the bytes are cut', () =>
  fc.assert(
    fc.asyncProperty(members, fc.integer({ min: 1, max: 2000 }), async (written, pieceBytes) => {
      const bytes = Buffer.concat([...written.map((member) => tarMember(member, at)), TAR_END]);
      expect(await read(bytes, pieceBytes)).toEqual(written);
    }),
    { numRuns: 50 },
  ));

it('notices an end that came early and a changed header', async () => {
  const bytes = tarMember({ name: 'a', content: Buffer.from('rows') }, at);
  await expect(read(bytes, 512)).rejects.toThrow('it ends early');
  bytes[0] = 0x62;
  await expect(read(bytes, 512)).rejects.toThrow('a header is damaged');
});
