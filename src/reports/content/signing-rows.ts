import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SigningFile } from '../../signings/signing-file';
import type { SigningEntity } from '../../signings/signing.entity';
import { SigningRepository } from '../../signings/signing.repository';
import { SigningService } from '../../signings/signing.service';

const READ_AT_ONCE = 200;

/** Signings of activities with their papers and milestones, as the transaction's actor may see them. */
@Injectable()
export class SigningRows {
  constructor(
    private readonly rows: SigningRepository,
    private readonly signings: SigningService,
  ) {}

  /** Void ones are left out; the first recorded first. */
  async of(activityIds: readonly string[], tx: EntityManager): Promise<SigningFile[]> {
    const found: SigningEntity[] = [];
    for (const activityId of activityIds) {
      let cursor: string | undefined;
      do {
        const page = await this.rows.page({ activityId, voided: false, limit: READ_AT_ONCE, cursor }, tx);
        found.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
    }
    const files: SigningFile[] = [];
    for (const { id } of found.sort((a, b) => (a.id < b.id ? -1 : 1)))
      files.push(await this.signings.getForCrediting(id, tx));
    return files;
  }
}
