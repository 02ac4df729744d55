/** Reading and writing of the engine's stored values: a JSON head and typed sections, little-endian, checked. */

/** A stored value that is truncated, damaged, or of another format. */
export class CorruptValueError extends Error {
  override readonly name = 'CorruptValueError';
}

const HEADER_BYTES = 16;
const ALIGNMENT = 8;

type Section = Uint32Array | Float32Array;

function padded(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

/** FNV-1a over the length of the head and the 32-bit words of `bytes`, whose length is divisible by four. */
function checksum(jsonLength: number, bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  let hash = Math.imul(0x811c9dc5 ^ jsonLength, 0x01000193);
  for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
  return hash >>> 0;
}

/** Packs `head` (JSON) and `sections` under a four-letter `magic` that names format and version. */
export function pack(magic: number, head: unknown, sections: readonly Section[]): Uint8Array {
  const lengths = sections.map((section) => section.length);
  const json = new TextEncoder().encode(JSON.stringify({ head, lengths }));
  const body = sections.reduce((total, section) => total + padded(section.byteLength), padded(json.length));
  const bytes = new Uint8Array(HEADER_BYTES + body);
  bytes.set(json, HEADER_BYTES);
  let at = HEADER_BYTES + padded(json.length);
  for (const section of sections) {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += padded(section.byteLength);
  }
  new Uint32Array(bytes.buffer, 0, 4).set([
    magic,
    bytes.length,
    json.length,
    checksum(json.length, bytes.subarray(HEADER_BYTES)),
  ]);
  return bytes;
}

export interface Unpacked {
  readonly head: unknown;
  /** The next section as 32-bit words. */
  readonly nextWords: () => Uint32Array;
  readonly nextFloats: () => Float32Array;
}

/** Opens what `pack` wrote; CorruptValueError when a single bit differs. Sections are copies. */
export function unpack(magic: number, stored: Uint8Array): Unpacked {
  // A Buffer's slice would be a view of a larger pool; the sections need memory of their own, aligned.
  const bytes = new Uint8Array(stored);
  if (bytes.length < HEADER_BYTES) throw new CorruptValueError('too short');
  const [foundMagic, length = 0, jsonLength = 0, sum] = new Uint32Array(bytes.buffer, 0, 4);
  if (foundMagic !== magic) throw new CorruptValueError('another format');
  if (length !== bytes.length || length % 4 !== 0) throw new CorruptValueError('another length');
  if (checksum(jsonLength, bytes.subarray(HEADER_BYTES)) !== sum)
    throw new CorruptValueError('checksum differs');
  if (jsonLength > length - HEADER_BYTES) throw new CorruptValueError('head differs');
  const json = new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + jsonLength));
  const { head, lengths } = JSON.parse(json) as { head: unknown; lengths: number[] };
  let at = HEADER_BYTES + padded(jsonLength);
  let section = 0;
  const next = (): [number, number] => {
    const count = lengths[section++] ?? 0;
    const start = at;
    at += padded(count * 4);
    return [start, count];
  };
  return {
    head,
    nextWords: () => new Uint32Array(bytes.buffer, ...next()),
    nextFloats: () => new Float32Array(bytes.buffer, ...next()),
  };
}
