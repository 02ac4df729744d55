import type { Locale } from '../../../common/locale';
import { duplicatesMessages } from './duplicates.messages';
import { eventsMessages } from './events.messages';
import { httpMessages } from './http.messages';
import { identityMessages } from './identity.messages';
import { intakeMessages } from './intake.messages';
import { matchingMessages } from './matching.messages';
import type { Messages } from './messages';
import { notificationsMessages } from './notifications.messages';
import { outboundMessages } from './outbound.messages';
import { planMessages } from './plan.messages';
import { recordsMessages } from './records.messages';
import { reportsMessages } from './reports.messages';
import { signingsMessages } from './signings.messages';
import { taxonomyMessages } from './taxonomy.messages';

export type MessageParams = Record<string, string | number | boolean | null>;

/** Every sentence a person can be refused with, by code; each area adds its file here. */
const catalogue: Messages = {
  ...httpMessages,
  ...outboundMessages,
  ...identityMessages,
  ...taxonomyMessages,
  ...recordsMessages,
  ...duplicatesMessages,
  ...intakeMessages,
  ...matchingMessages,
  ...signingsMessages,
  ...planMessages,
  ...eventsMessages,
  ...reportsMessages,
  ...notificationsMessages,
};

/** The sentence for `code`, or undefined when the catalogue has none. */
export function findMessage(code: string, locale: Locale, params: MessageParams = {}): string | undefined {
  return catalogue[code]?.[locale].replace(/\{(\w+)\}/g, (slot, name: string) =>
    String(params[name] ?? slot),
  );
}
