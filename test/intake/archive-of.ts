import { deflateRawSync } from 'node:zlib';

export interface Part {
  /** Bytes for a name that is not in UTF-8. */
  name: string | Buffer;
  content: Buffer;
  /** What the directory claims it unpacks to. */
  claims?: number;
}

const pack = (content: Buffer): Buffer => deflateRawSync(content, { level: 9 });
/** Packed once, for archives of very many empty parts. */
const NOTHING = pack(Buffer.alloc(0));

/** An archive by hand, so that it can lie. */
export function archiveOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims = content.length } of parts) {
    const packed = content.length === 0 ? NOTHING : pack(content);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(claims, 22);
    header.writeUInt16LE(Buffer.from(name).length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims, 24);
    entry.writeUInt16LE(Buffer.from(name).length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(header, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    offset += header.length + Buffer.from(name).length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
