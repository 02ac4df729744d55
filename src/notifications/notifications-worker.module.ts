import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventsWorkerModule } from '../events/events-worker.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { PlanModule } from '../plan/plan.module';
import { OutboundModule } from '../platform/outbound/outbound.module';
import { AlertEntity } from './alerts/alert.entity';
import { AlertRepository } from './alerts/alert.repository';
import { AlertWatch } from './alerts/alert-watch';
import { LetterDrafts } from './letters/letter-drafts';
import { LetterEntity } from './letters/letter.entity';
import { LetterPost } from './letters/letter-post';
import { LetterRepository } from './letters/letter.repository';
import { MailAddress } from './mail/mail-address';
import { MailService } from './mail/mail.service';
import { Mailer } from './mail/mailer';
import { NoticeSettingsEntity } from './mail/notice-settings.entity';
import { NoticeSettingsRepository } from './mail/notice-settings.repository';
import { NewsService } from './news.service';
import { ConcernedRepository } from './notices/concerned.repository';
import { NoticeEntity } from './notices/notice.entity';
import { NoticeRepository } from './notices/notice.repository';
import { NotificationsProcessor } from './notifications.processor';
import { DeliveryService } from './webhooks/delivery.service';
import { DeliveryEntity, WebhookEntity } from './webhooks/webhook.entity';
import { WebhookRepository } from './webhooks/webhook.repository';
import { WebhookSecrets } from './webhooks/webhook-secrets';

/** The telling: in a worker. */
@Module({
  imports: [
    EventsWorkerModule,
    OrganisationsModule,
    OutboundModule,
    PlanModule,
    TypeOrmModule.forFeature([
      AlertEntity,
      DeliveryEntity,
      LetterEntity,
      NoticeEntity,
      NoticeSettingsEntity,
      WebhookEntity,
    ]),
  ],
  providers: [
    AlertRepository,
    AlertWatch,
    ConcernedRepository,
    DeliveryService,
    LetterDrafts,
    LetterPost,
    LetterRepository,
    MailAddress,
    MailService,
    Mailer,
    NewsService,
    NoticeRepository,
    NoticeSettingsRepository,
    NotificationsProcessor,
    WebhookRepository,
    WebhookSecrets,
  ],
  exports: [NotificationsProcessor],
})
export class NotificationsWorkerModule {}
