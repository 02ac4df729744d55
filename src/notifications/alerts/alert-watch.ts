import { Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { pairKinds } from '../../taxonomy/match.vocabulary';
import { NewsService } from '../news.service';
import { AlertRepository } from './alert.repository';

/** Alerts looked at in one transaction. */
const AT_ONCE = 500;

/** Looks for what people asked for in the shortlists that have changed. */
@Injectable()
export class AlertWatch {
  constructor(
    private readonly database: Database,
    private readonly alerts: AlertRepository,
    private readonly news: NewsService,
  ) {}

  async look(): Promise<void> {
    let seen: number;
    do {
      seen = await this.database.as(WORKER, async (tx) => {
        const due = await this.alerts.due(AT_ONCE, tx);
        for (const alert of due) {
          const { userId, demandId, pairKind, code, found, minScore } = alert;
          const about = pairKinds.get(pairKind).demand;
          const params = { code, count: found.length, score: minScore };
          if (found.length > 0)
            await this.news.tellUsers(
              [userId],
              { event: 'alert-found', about, aboutId: demandId, params },
              tx,
            );
          await this.alerts.told(alert, tx);
        }
        return due.length;
      });
    } while (seen === AT_ONCE);
  }
}
