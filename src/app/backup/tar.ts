/** One member of an archive, whole. */
export interface TarMember {
  name: string;
  content: Buffer;
}

/** Members are kept small by whoever writes them; a larger one is not of our making. */
const LARGEST_MEMBER = 64 * 1024 * 1024;
const BLOCK = 512;
const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;

/** The bytes of a member in POSIX ustar (IEEE 1003.1): header block, content, zeros up to the next block. */
export function tarMember({ name, content }: TarMember, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`"${name}" is too long for a member's name.`);
  const block = Buffer.alloc(BLOCK + padded(content.length));
  block.write(name, 0);
  block.write(octal(0o600, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(content.length, 12), 124);
  block.write(octal(Math.floor(at.getTime() / 1000), 12), 136);
  block.write('0', 156);
  block.write('ustar\x0000', 257, 'latin1');
  block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, 148);
  content.copy(block, BLOCK);
  return block;
}

/** What ends an archive. */
export const TAR_END = Buffer.alloc(2 * BLOCK);

/**
 * The members of an archive in their order.
 * @throws RangeError when it is no archive, was changed, or ends early.
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarMember> {
  const bytes = new Bytes(source);
  for (;;) {
    const header = await bytes.take(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const size = parseInt(header.toString('latin1', 124, 135), 8);
    const sum = parseInt(header.toString('latin1', 148, 154), 8);
    if (sum !== sumOf(header) || !(size <= LARGEST_MEMBER)) throw new RangeError('a header is damaged');
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    const content = (await bytes.take(padded(size))).subarray(0, size);
    yield { name, content };
  }
}

/** The header's checksum: its bytes added, with the checksum's own field taken as spaces. */
function sumOf(block: Buffer): number {
  let sum = 8 * 0x20;
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += block[at] ?? 0;
  return sum;
}

/** Hands a stream out in pieces of the wanted length. */
class Bytes {
  private readonly source: AsyncIterator<Buffer>;
  private pieces: Buffer[] = [];
  private held = 0;

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    while (this.held < length) {
      const next = await this.source.next();
      if (next.done === true) throw new RangeError('it ends early');
      this.pieces.push(next.value);
      this.held += next.value.length;
    }
    const all = Buffer.concat(this.pieces);
    this.pieces = [all.subarray(length)];
    this.held -= length;
    return all.subarray(0, length);
  }
}
