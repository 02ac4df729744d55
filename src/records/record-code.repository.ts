import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CodedKind } from './record-code';

@Injectable()
export class RecordCodeRepository {
  /** Takes `count` numbers of the year that nobody else gets, and returns the first; rolled back, they are given again. */
  async take(kind: CodedKind, year: number, count: number, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<[{ last: number }]>(
      `INSERT INTO record_codes AS c (kind, year, last) VALUES ($1, $2, $3)
       ON CONFLICT (kind, year) DO UPDATE SET last = c.last + $3 RETURNING last`,
      [kind, year, count],
    );
    return row.last - count + 1;
  }
}
