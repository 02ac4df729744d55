import { z } from 'zod';
import { LOCALES } from '../../common/locale';
import { told } from '../told';
import { MAIL_RHYTHMS } from './notice-settings.entity';

const settings = {
  mail: z.enum(MAIL_RHYTHMS).describe('off, each at once, or one mail a day'),
  muted: z.array(told).max(50).describe('what is not told at all'),
  locale: z.enum(LOCALES).describe('the language of the mails'),
};

export const noticeSettings = z.strictObject({
  ...settings,
  email: z.email().max(254).nullable().optional().describe('left out: stays as it is; null: taken away'),
});
export type NoticeSettings = z.infer<typeof noticeSettings>;

export const noticeSettingsView = z
  .object({
    ...settings,
    hasEmail: z.boolean(),
    mailWorks: z.boolean().describe('false: the operator has named no mail server'),
  })
  .meta({ id: 'NoticeSettings' });
export type NoticeSettingsView = z.infer<typeof noticeSettingsView>;
