import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { RuleBroken } from '../../common/errors';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { Database } from '../../platform/database/database';
import { requireUser } from '../notices/notice.service';
import { MailAddress } from './mail-address';
import type { NoticeSettingsEntity } from './notice-settings.entity';
import { NoticeSettingsRepository } from './notice-settings.repository';
import type { NoticeSettings, NoticeSettingsView } from './notice-settings.schema';

const unset = (userId: string): NoticeSettingsEntity => ({
  userId,
  email: null,
  mail: 'off',
  muted: [],
  locale: 'zh-CN',
  digestOn: null,
});

/** How each person wants to be told, decided by that person. */
@Injectable()
export class NoticeSettingsService {
  constructor(
    private readonly database: Database,
    private readonly settings: NoticeSettingsRepository,
    private readonly addresses: MailAddress,
    @Inject(ENV) private readonly env: Env,
  ) {}

  get(actor: Actor): Promise<NoticeSettingsView> {
    return this.database.as(actor, async (tx) => {
      const userId = requireUser(actor);
      return this.viewOf((await this.settings.find(userId, tx)) ?? unset(userId));
    });
  }

  /** @throws 422 NOTICE.NO_EMAIL when mails are asked for and there is no address */
  change(actor: Actor, { email, ...wanted }: NoticeSettings): Promise<NoticeSettingsView> {
    return this.database.as(actor, async (tx) => {
      const userId = requireUser(actor);
      const before = (await this.settings.find(userId, tx)) ?? unset(userId);
      const given = email ? this.addresses.seal(userId, email) : null;
      const sealed = email === undefined ? before.email : given;
      const after = { ...before, ...wanted, email: sealed };
      if (after.mail !== 'off' && after.email === null)
        throw new RuleBroken('NOTICE.NO_EMAIL', 'Mails need an address');
      await this.settings.store(after, tx);
      return this.viewOf(after);
    });
  }

  private viewOf({ mail, muted, locale, email }: NoticeSettingsEntity): NoticeSettingsView {
    return { mail, muted, locale, hasEmail: email !== null, mailWorks: this.env.SMTP_URL !== undefined };
  }
}
