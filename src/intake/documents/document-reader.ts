import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { readInProcess } from '../reading/read-in-process';
import type { DocumentText } from './document';
import type { ArchivedDocument } from './read-archive';

const DOCUMENT = join(__dirname, 'document.child');
const ARCHIVE = join(__dirname, 'archive.child');
const LIMITS = { memoryMb: 400, milliseconds: 20_000 };
const ARCHIVE_LIMITS = { memoryMb: 700, milliseconds: 240_000 };

/** Reads CVs and proposals. */
@Injectable()
export class DocumentReader {
  /** @throws 400 IMPORT.* as the file deserves */
  read(bytes: Buffer): Promise<DocumentText> {
    return readInProcess<DocumentText>(require.resolve(DOCUMENT), bytes, LIMITS);
  }

  /** Those of an archive. @throws 400 IMPORT.* as the archive deserves */
  readAll(bytes: Buffer): Promise<ArchivedDocument[]> {
    return readInProcess<ArchivedDocument[]>(require.resolve(ARCHIVE), bytes, ARCHIVE_LIMITS);
  }
}
