import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, WORKER } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { Forbidden, RuleBroken } from '../../common/errors';
import { AuditService } from '../../identity/audit/audit.service';
import { ConsentService } from '../../identity/consent/consent.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import type { MatchingRecord } from '../../records/matching-record';
import { canDecide } from '../../records/record-rights';
import { isTalent } from '../cards/record-card';
import type { MatchEntity } from '../review/match.entity';
import { canSee } from '../review/match-rights';
import { PairRecords } from '../review/pair-records';
import { noSuchMatch, StageService } from '../review/stage.service';
import { tellsOf } from './guarded-text';
import { ShareRepository } from './share.repository';
import type { ReleaseShare } from './share.schema';
import { notShared } from './share.service';
import { SupplySecrets } from './supply-secrets';

/** Lets out more of a shared supply than its anonymous view. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly database: Database,
    private readonly shares: ShareRepository,
    private readonly stages: StageService,
    private readonly pairs: PairRecords,
    private readonly secrets: SupplySecrets,
    private readonly consents: ConsentService,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * Identity and contact are let out by those whose record it is, and of a person only with a live consent to sharing; a
   * summary by either park, and never with what leads to the person.
   * @throws 404; 409 SHARE.NOT_SHARED; 403 SHARE.NOT_YOURS_TO_RELEASE; 422 SHARE.NO_CONSENT, SHARE.NO_PERSON, SHARE.SUMMARY_TELLS
   */
  release(actor: Actor, matchId: string, wanted: ReleaseShare): Promise<MatchEntity> {
    return this.database.asOne(actor, async (tx) => {
      const match = await this.stages.require(matchId, tx);
      if (!canSee(actor, match)) throw noSuchMatch();
      const share = (await this.shares.liveOf([matchId], tx)).get(matchId);
      if (!share) throw notShared();
      const supply = (await this.pairs.require(match)).supply.record;
      const { summary = share.redactedSummary, ...parts } = wanted;
      if (parts.identity !== undefined || parts.contact !== undefined) this.requireHome(actor, supply);
      if (parts.identity || parts.contact) await this.requireConsent(supply, parts.contact === true, tx);
      const released = { ...share.released, ...parts };
      if (wanted.summary && !released.identity) await this.requireDiscreet(wanted.summary, supply);
      const changes = { released, redactedSummary: summary, releasedAt: this.clock.now() };
      if (!(await this.shares.change(share.id, changes, tx))) throw notShared();
      const detail = { code: match.code, ...released, summary: summary !== null };
      await this.audit.record(
        actor,
        'share.released',
        { subjectKind: 'match', subjectId: matchId, detail },
        tx,
      );
      return match;
    });
  }

  private requireHome(actor: Actor, supply: MatchingRecord): void {
    if (!canDecide(actor, supply))
      throw new Forbidden('SHARE.NOT_YOURS_TO_RELEASE', 'The park that keeps the record lets it out');
  }

  private async requireConsent(supply: MatchingRecord, contact: boolean, tx: EntityManager): Promise<void> {
    if (!isTalent(supply)) {
      if (contact) throw noPerson();
      return;
    }
    if (supply.personId === null) throw noPerson();
    if (!(await this.consents.having('sharing', [supply.personId], tx)).has(supply.personId))
      throw new RuleBroken('SHARE.NO_CONSENT', 'The person has not agreed to be shown');
  }

  private async requireDiscreet(summary: string, supply: MatchingRecord): Promise<void> {
    const secrets = await this.database.as(WORKER, (tx) => this.secrets.of(supply, tx));
    if (tellsOf(summary, secrets))
      throw new RuleBroken('SHARE.SUMMARY_TELLS', 'The summary leads to the person', {
        errors: [{ pointer: '/summary', detail: 'Leads to the person', code: 'SHARE.SUMMARY_TELLS' }],
      });
  }
}

const noPerson = () => new RuleBroken('SHARE.NO_PERSON', 'There is no person behind this record');
