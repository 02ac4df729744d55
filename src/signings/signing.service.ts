import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Page } from '../common/page';
import { Database } from '../platform/database/database';
import { Placement } from '../records/placement';
import { requirementsOf, type Requirement } from './requirements';
import { SigningDesk } from './signing-desk';
import { type SigningFile, SigningFiles } from './signing-file';
import { SigningPresenter } from './signing.presenter';
import { SigningRepository } from './signing.repository';
import type { SigningQuery } from './signing.schema';
import type { SigningActView, SigningSummary, SigningView } from './signing.view';

/** Signings as they are read. */
@Injectable()
export class SigningService {
  constructor(
    private readonly database: Database,
    private readonly signings: SigningRepository,
    private readonly desk: SigningDesk,
    private readonly files: SigningFiles,
    private readonly presenter: SigningPresenter,
    private readonly placement: Placement,
  ) {}

  list(actor: Actor, query: SigningQuery): Promise<Page<SigningSummary>> {
    return this.database.as(actor, async (tx) => {
      const { park, activity, match, ...same } = query;
      const parkId = await this.placement.parkId(park, tx);
      const filter = { ...same, parkId, activityId: activity, matchId: match };
      const { items, nextCursor } = await this.signings.page(filter, tx);
      return { items: await this.presenter.summaries(items, tx), nextCursor };
    });
  }

  /** @throws 404 SIGNING.NOT_FOUND */
  get(actor: Actor, id: string): Promise<SigningView> {
    return this.database.as(actor, async (tx) => this.presenter.view(await this.read(id, tx), tx));
  }

  /** What was done to the signing, the first first. @throws 404 */
  history(actor: Actor, id: string): Promise<SigningActView[]> {
    return this.database.as(actor, async (tx) => {
      await this.desk.require(id, tx);
      const checks = await this.signings.checks(id, tx);
      return checks.map(({ action, state, version, missing, note, actedBy, actedAs, actedAt }) => ({
        action,
        state,
        version,
        missing,
        note,
        actedBy,
        actedAs,
        actedAt: actedAt.toISOString(),
      }));
    });
  }

  /** Which papers each level still wants. @throws 404 */
  requirements(actor: Actor, id: string): Promise<Requirement[]> {
    return this.database.as(actor, async (tx) => requirementsOf(await this.read(id, tx)));
  }

  /**
   * All that plan reads of a signing, in plan's transaction; `provenLevels` whatever the state, so plan looks at
   * `signing.state` and `signing.voidedAt` first. @throws 404
   */
  getForCrediting(id: string, tx: EntityManager): Promise<SigningFile> {
    return this.read(id, tx);
  }

  /** The signing as it is answered, for endpoints that act within a transaction of their own. @throws 404 */
  async view(id: string, tx: EntityManager): Promise<SigningView> {
    return this.presenter.view(await this.read(id, tx), tx);
  }

  /** How signings are called, of those the transaction's actor sees. */
  namesOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, { code: string; title: string }>> {
    return this.signings.namesOf(ids, tx);
  }

  private async read(id: string, tx: EntityManager): Promise<SigningFile> {
    return this.files.read(await this.desk.require(id, tx), tx);
  }
}
