import { Inject, Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import type { Locale } from '../../common/locale';
import { InjectClock } from '../../platform/clock/clock.module';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { Database } from '../../platform/database/database';
import { Outbox } from '../../queues/outbox';
import type { NoticeEntity } from '../notices/notice.entity';
import { NoticeRepository } from '../notices/notice.repository';
import { sentenceOf } from '../notices/sentence';
import { MailAddress } from './mail-address';
import { isMorning, Mailer } from './mailer';
import { NoticeSettingsRepository } from './notice-settings.repository';

/** Notices of one mail; what is more can be read inside. */
const LONGEST = 50;

const SUBJECT: Record<Locale, string> = {
  'zh-CN': '智创城对接平台：{n} 条新消息',
  en: 'Zhichuang Match: {n} new',
};

/** Mails people what they were told and have not read. */
@Injectable()
export class MailService {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeRepository,
    private readonly settings: NoticeSettingsRepository,
    private readonly addresses: MailAddress,
    private readonly mailer: Mailer,
    private readonly outbox: Outbox,
    @InjectClock() private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** One mail with all that waits for the person; marked once the server has it, so that a crash sends twice rather than never. */
  async sendTo(userId: string): Promise<void> {
    const { waiting, settings } = await this.database.as(WORKER, async (tx) => ({
      waiting: await this.notices.unsent(userId, LONGEST, tx),
      settings: await this.settings.find(userId, tx),
    }));
    if (!this.mailer.isOn() || waiting.length === 0 || !settings?.email || settings.mail === 'off') return;
    const { locale } = settings;
    await this.mailer.send({
      to: this.addresses.open(userId, settings.email),
      subject: SUBJECT[locale].replace('{n}', String(waiting.length)),
      text: this.textOf(waiting, locale),
    });
    const ids = waiting.map(({ id }) => id);
    await this.database.as(WORKER, (tx) => this.notices.markMailed(ids, this.clock.now(), tx));
  }

  /** Asks for the mails of those who want one a day. */
  async sendDigests(): Promise<void> {
    const now = this.clock.now();
    if (!isMorning(now)) return;
    await this.database.as(WORKER, async (tx) => {
      const due = await this.settings.takeDueDigests(dayOf(now), tx);
      await this.outbox.enqueueAll(
        'send-mail',
        due.map((id) => ({ id })),
        tx,
      );
    });
  }

  private textOf(notices: readonly NoticeEntity[], locale: Locale): string {
    const lines = notices.map((notice) => `· ${sentenceOf(notice, locale)}`);
    return [...lines, '', this.env.PUBLIC_URL ?? ''].join('\n').trimEnd();
  }
}
