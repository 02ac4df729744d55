import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { listKindOf } from './file-kind';
import { readInProcess } from './read-in-process';
import type { Workbook } from './sheet';

const CHILD = join(__dirname, 'list.child');
const LIMITS = { memoryMb: 700, milliseconds: 60_000 };

/** Reads the lists that people send. */
@Injectable()
export class ListReader {
  /**
   * What a file holds; a bomb is refused by its directory before a process is spent on it.
   * @throws 400 IMPORT.* as the file deserves
   */
  async read(bytes: Buffer): Promise<Workbook> {
    await listKindOf(bytes);
    return readInProcess<Workbook>(require.resolve(CHILD), bytes, LIMITS);
  }
}
