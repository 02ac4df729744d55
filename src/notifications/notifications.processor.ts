import { Injectable } from '@nestjs/common';
import type { JobHandlers } from '../queues/job-runner';
import { AlertWatch } from './alerts/alert-watch';
import { LetterPost } from './letters/letter-post';
import { MailService } from './mail/mail.service';
import { NewsService } from './news.service';
import { DeliveryService } from './webhooks/delivery.service';

type Handled =
  | 'tell-news'
  | 'send-mail'
  | 'deliver-webhook'
  | 'send-digests'
  | 'check-alerts'
  | 'send-letter'
  | 'ask-reminders';

/** Notifications' share of the jobs. */
@Injectable()
export class NotificationsProcessor {
  constructor(
    private readonly news: NewsService,
    private readonly mails: MailService,
    private readonly deliveries: DeliveryService,
    private readonly alerts: AlertWatch,
    private readonly letters: LetterPost,
  ) {}

  readonly handlers: Pick<JobHandlers, Handled> = {
    'tell-news': ({ news, id }, run) => this.news.tell(news, id, (tx) => run.done(tx)),
    'send-mail': ({ id }) => this.mails.sendTo(id),
    'deliver-webhook': ({ id }) => this.deliveries.deliver(id),
    'send-digests': () => this.mails.sendDigests(),
    'check-alerts': () => this.alerts.look(),
    'send-letter': ({ id }) => this.letters.send(id),
    'ask-reminders': () => this.letters.remind(),
  };
}
