import { createHash, hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;
/** How many bytes of a key's digest name it inside a ciphertext. */
export const KEY_ID_BYTES = 4;

export interface MasterKey {
  readonly id: Buffer;
  /** Encrypts fields that belong to no person. */
  readonly field: Buffer;
  /** Wraps the data keys of persons. */
  readonly wrap: Buffer;
  /** Keys the blind indexes. */
  readonly index: Buffer;
}

/** A master key in base64, 32 bytes, with one key per purpose derived from it (HKDF, RFC 5869). */
function masterKeyOf(text: string): MasterKey {
  const secret = Buffer.from(text, 'base64');
  if (secret.length !== KEY_BYTES) throw new Error('A master key must be 32 bytes in base64.');
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, KEY_BYTES));
  return {
    id: createHash('sha256').update(secret).digest().subarray(0, KEY_ID_BYTES),
    field: derive('field'),
    wrap: derive('wrap'),
    index: derive('index'),
  };
}

/** The master keys of an installation: the first encrypts, all decrypt, so that a key is replaced without a pause. */
export class KeyRing {
  private readonly keys: readonly MasterKey[];
  readonly current: MasterKey;

  /** @param texts base64 keys, the current one first. */
  constructor(texts: readonly string[]) {
    this.keys = texts.map(masterKeyOf);
    const [current] = this.keys;
    if (!current) throw new Error('There is no master key.');
    this.current = current;
  }

  /** @throws when the data was written with a key this installation does not have. */
  requireKey(id: Buffer): MasterKey {
    const key = this.keys.find((candidate) => candidate.id.equals(id));
    if (!key) throw new Error(`Master key ${id.toString('hex')} is missing; data was written with it.`);
    return key;
  }

  all(): readonly MasterKey[] {
    return this.keys;
  }

  /** Hexadecimal, the current key's first. */
  names(): string[] {
    return this.keys.map(({ id }) => id.toString('hex'));
  }
}
