import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../common/actor';
import { Database } from '../../platform/database/database';
import type { AuditEntry } from './audit-entry.entity';
import type { AuditLink } from './audit-link.entity';
import { AuditRepository } from './audit.repository';
import { GENESIS, linkHash } from './chain-hash';

const BATCH = 1000;

/** Where the chain stands; keep it outside the database to notice a cut-off end. */
export interface ChainHead {
  position: number;
  /** Hexadecimal; 64 zeros for an empty chain. */
  hash: string;
}

export type ChainFault = 'gap' | 'entry-missing' | 'entry-changed';
export type ChainVerdict =
  { sound: true; head: ChainHead } | { sound: false; position: number; fault: ChainFault };

type Chained = Pick<AuditLink, 'position' | 'hash'>;
const START: Chained = { position: 0, hash: GENESIS };

const headOf = (link: Chained): ChainHead => ({
  position: link.position,
  hash: link.hash.toString('hex'),
});

/**
 * Chains the audit log by hashes, in batches and by one writer at a time, so that writing an entry waits for nobody.
 * An entry counts as protected once it is in a link.
 */
@Injectable()
export class AuditChain {
  constructor(
    private readonly database: Database,
    private readonly entries: AuditRepository,
  ) {}

  /** Links every entry that is in no link yet, and returns the new head. */
  async extend(): Promise<ChainHead> {
    for (;;) {
      const { head, added } = await this.extendOnce();
      if (added < BATCH) return head;
    }
  }

  private extendOnce(): Promise<{ head: ChainHead; added: number }> {
    return this.database.as(SYSTEM, async (tx) => {
      await this.entries.lockChain(tx);
      let last: Chained = (await this.entries.findHead(tx)) ?? START;
      const links = (await this.entries.unlinked(BATCH, tx)).map((entry): AuditLink => {
        const position = last.position + 1;
        const link = { position, entryId: entry.id, hash: linkHash(last.hash, position, entry) };
        last = link;
        return link;
      });
      if (links.length > 0) await this.entries.insertLinks(links, tx);
      return { head: headOf(last), added: links.length };
    });
  }

  /** Walks the chain from its start and tells the first place where it does not hold. */
  verify(): Promise<ChainVerdict> {
    return this.database.as(SYSTEM, async (tx) => {
      let last: Chained = START;
      for (;;) {
        const links = await this.entries.linksAfter(last.position, BATCH, tx);
        const entries = await this.entries.findByIds(
          links.map(({ entryId }) => entryId),
          tx,
        );
        const byId = new Map(entries.map((entry) => [entry.id, entry]));
        for (const link of links) {
          const fault = faultOf(link, last, byId.get(link.entryId));
          if (fault) return { sound: false, position: last.position + 1, fault };
          last = link;
        }
        if (links.length < BATCH) return { sound: true, head: headOf(last) };
      }
    });
  }
}

function faultOf(link: AuditLink, before: Chained, entry: AuditEntry | undefined): ChainFault | undefined {
  if (link.position !== before.position + 1) return 'gap';
  if (!entry) return 'entry-missing';
  return linkHash(before.hash, link.position, entry).equals(link.hash) ? undefined : 'entry-changed';
}
