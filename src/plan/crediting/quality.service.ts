import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { Stale } from '../../common/errors';
import { newId } from '../../common/ids';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { SigningService } from '../../signings/signing.service';
import type { SigningView } from '../../signings/signing.view';
import type { DecideQuality, QualityView } from './decision.schema';
import { CreditedAct } from './credited-act';
import { QualityRepository } from './quality.repository';

/** 优秀, 高质量, 优质, 重点: a person decides, with reason and basis. */
@Injectable()
export class QualityService {
  constructor(
    private readonly database: Database,
    private readonly acts: CreditedAct,
    private readonly signings: SigningService,
    private readonly qualities: QualityRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** The latest decision on a word holds. @throws 404; 412 when the signing changed since it was read */
  decide(actor: Actor, id: string, version: number, input: DecideQuality): Promise<SigningView> {
    return this.acts.run(actor, id, { cause: 'quality', reason: input.reason }, async (tx) => {
      const { signing } = await this.signings.getForCrediting(id, tx);
      if (signing.version !== version)
        throw new Stale('HTTP.STALE', 'The signing was changed by somebody else');
      await this.qualities.add(
        {
          ...input,
          id: newId(),
          signingId: id,
          decidedBy: actor.userId,
          decidedAt: this.clock.now(),
          sampleSet: signing.sampleSet,
        },
        tx,
      );
    });
  }

  /** The first first. @throws 404 */
  list(actor: Actor, id: string): Promise<QualityView[]> {
    return this.database.as(actor, async (tx) => {
      await this.signings.getForCrediting(id, tx);
      const decisions = await this.qualities.of(id, tx);
      return decisions.map(({ word, applies, reason, basis, decidedBy, decidedAt, ...row }) => ({
        ...{ id: row.id, word, applies, reason, basis, decidedBy },
        decidedAt: decidedAt.toISOString(),
      }));
    });
  }
}
