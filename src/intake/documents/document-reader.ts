import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { readInProcess } from '../reading/read-in-process';
import type { DocumentText } from './document';

const CHILD = join(__dirname, 'document.child');
const LIMITS = { memoryMb: 400, milliseconds: 20_000 };

/** Reads CVs and proposals. */
@Injectable()
export class DocumentReader {
  /** @throws 400 IMPORT.* as the file deserves */
  read(bytes: Buffer): Promise<DocumentText> {
    return readInProcess<DocumentText>(require.resolve(CHILD), bytes, LIMITS);
  }
}
