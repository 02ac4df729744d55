import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { KeyRing } from '../../platform/crypto/key-ring';
import { unwrapPersonKey } from '../../platform/crypto/person-keys';
import { seal, unseal } from '../../platform/crypto/sealed-box';
import type { SealedColumns } from './archive.schema';

/** NULL in COPY's text form. */
const NULL = '\\N';

/** Bytes are kept one to one: a line is cut at its tabs only. */
const LINE = 'latin1';

const placeOf = (table: string, person: string): string => `backup.${table}:${person}`;

/** A person's key, unwrapped once for the rows that follow one another. */
class LastKey {
  private person?: string;
  private key?: Buffer;

  constructor(private readonly ring: KeyRing | undefined) {}

  of(person: string, wrapped: string): Buffer {
    if (this.key && this.person === person) return this.key;
    if (!this.ring) throw new Error('There are persons’ keys but no master key.');
    this.person = person;
    this.key = unwrapPersonKey(this.ring, person, Buffer.from(wrapped, 'hex'));
    return this.key;
  }
}

/**
 * Seals rows on their way into an archive. A line comes as person, wrapped key, open columns, columns to seal; it goes as
 * person, open columns, a letter for each sealed column (n: NULL), and the sealed columns in one box. A row about nobody
 * who has a key stays in clear, behind NULL for a person.
 */
export function rowSealer(
  ring: KeyRing | undefined,
  table: string,
  openCount: number,
): (line: Buffer) => Buffer {
  const keys = new LastKey(ring);
  return (line) => {
    const [person = NULL, wrapped = NULL, ...fields] = line.toString(LINE).split('\t');
    if (person === NULL || wrapped === NULL) return Buffer.from([NULL, ...fields].join('\t'), LINE);
    const closed = fields.slice(openCount);
    const box = seal(
      deflateRawSync(Buffer.from(closed.join('\t'), LINE)),
      keys.of(person, wrapped),
      placeOf(table, person),
    );
    const nulls = closed.map((field) => (field === NULL ? 'n' : 'v')).join('');
    return Buffer.from(
      [person, ...fields.slice(0, openCount), nulls, box.toString('base64')].join('\t'),
      LINE,
    );
  };
}

/** Opens what {@link rowSealer} sealed; of a person whose key is gone `remains` is left, and `forgotten` learns of them. */
export function rowOpener(
  ring: KeyRing | undefined,
  table: string,
  { remains }: SealedColumns,
  keys: ReadonlyMap<string, string>,
  forgotten: Set<string>,
): (line: Buffer) => Buffer {
  const last = new LastKey(ring);
  return (line) => {
    const [person = NULL, ...fields] = line.toString(LINE).split('\t');
    if (person === NULL) return Buffer.from(fields.join('\t'), LINE);
    const [nulls = '', box = ''] = fields.splice(-2);
    const wrapped = keys.get(person);
    if (wrapped !== undefined) {
      const opened = unseal(Buffer.from(box, 'base64'), last.of(person, wrapped), placeOf(table, person));
      return Buffer.from([...fields, inflateRawSync(opened).toString(LINE)].join('\t'), LINE);
    }
    forgotten.add(person);
    const [id = ''] = fields;
    const left = remains.map((field, at) =>
      nulls[at] === 'n' ? NULL : Buffer.from(field.replace('{id}', id)).toString(LINE),
    );
    return Buffer.from([...fields, ...left].join('\t'), LINE);
  };
}
