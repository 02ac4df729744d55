import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventsModule } from '../events/events.module';
import { MatchingModule } from '../matching/matching.module';
import { OrganisationsModule } from '../organisations/organisations.module';
import { OutboundModule } from '../platform/outbound/outbound.module';
import { PlanModule } from '../plan/plan.module';
import { RecordsModule } from '../records/records.module';
import { AlertController } from './alerts/alert.controller';
import { AlertEntity } from './alerts/alert.entity';
import { AlertRepository } from './alerts/alert.repository';
import { AlertService } from './alerts/alert.service';
import { LetterController } from './letters/letter.controller';
import { LetterDrafts } from './letters/letter-drafts';
import { LetterEntity } from './letters/letter.entity';
import { LetterRepository } from './letters/letter.repository';
import { LetterService } from './letters/letter.service';
import { MailAddress } from './mail/mail-address';
import { NoticeSettingsController } from './mail/notice-settings.controller';
import { NoticeSettingsEntity } from './mail/notice-settings.entity';
import { NoticeSettingsRepository } from './mail/notice-settings.repository';
import { NoticeSettingsService } from './mail/notice-settings.service';
import { NoticeController } from './notices/notice.controller';
import { NoticeEntity } from './notices/notice.entity';
import { NoticeRepository } from './notices/notice.repository';
import { NoticeService } from './notices/notice.service';
import { WebhookController } from './webhooks/webhook.controller';
import { DeliveryEntity, WebhookEntity } from './webhooks/webhook.entity';
import { WebhookRepository } from './webhooks/webhook.repository';
import { WebhookSecrets } from './webhooks/webhook-secrets';
import { WebhookService } from './webhooks/webhook.service';

/** What people and systems are told, as they read and arrange it; the telling is in notifications-worker.module. */
@Module({
  imports: [
    EventsModule,
    MatchingModule,
    OrganisationsModule,
    OutboundModule,
    PlanModule,
    RecordsModule,
    TypeOrmModule.forFeature([
      AlertEntity,
      DeliveryEntity,
      LetterEntity,
      NoticeEntity,
      NoticeSettingsEntity,
      WebhookEntity,
    ]),
  ],
  controllers: [
    AlertController,
    LetterController,
    NoticeController,
    NoticeSettingsController,
    WebhookController,
  ],
  providers: [
    AlertRepository,
    AlertService,
    LetterDrafts,
    LetterRepository,
    LetterService,
    MailAddress,
    NoticeRepository,
    NoticeService,
    NoticeSettingsRepository,
    NoticeSettingsService,
    WebhookRepository,
    WebhookSecrets,
    WebhookService,
  ],
})
export class NotificationsModule {}
