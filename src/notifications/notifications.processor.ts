import { Injectable } from '@nestjs/common';
import type { JobHandlers } from '../queues/job-runner';
import { AlertWatch } from './alerts/alert-watch';
import { MailService } from './mail/mail.service';
import { NewsService } from './news.service';
import { DeliveryService } from './webhooks/delivery.service';

type Handled = 'tell-news' | 'send-mail' | 'deliver-webhook' | 'send-digests' | 'check-alerts';

/** Notifications' share of the jobs. */
@Injectable()
export class NotificationsProcessor {
  constructor(
    private readonly news: NewsService,
    private readonly mails: MailService,
    private readonly deliveries: DeliveryService,
    private readonly alerts: AlertWatch,
  ) {}

  readonly handlers: Pick<JobHandlers, Handled> = {
    'tell-news': ({ news, id }, run) => this.news.tell(news, id, (tx) => run.done(tx)),
    'send-mail': ({ id }) => this.mails.sendTo(id),
    'deliver-webhook': ({ id }) => this.deliveries.deliver(id),
    'send-digests': () => this.mails.sendDigests(),
    'check-alerts': () => this.alerts.look(),
  };
}
