import { z } from 'zod';
import { day, plainText } from '../../common/fields';
import { contactMethods, contactResults } from '../../taxonomy/contact.vocabulary';
import type { ContactEntity } from './contact.entity';

export const recordContact = z.strictObject({
  how: contactMethods.schema,
  result: contactResults.schema,
  nextOn: day.optional().describe('when to try again'),
  note: plainText(2000).optional(),
});
export type RecordContact = z.infer<typeof recordContact>;

export const contactView = z
  .object({
    id: z.uuid(),
    how: contactMethods.schema,
    result: contactResults.schema,
    reached: z.boolean().describe('follows from the result'),
    nextOn: z.string().nullable(),
    note: z.string().nullable(),
    contactedBy: z.uuid().nullable(),
    contactedAt: z.string(),
  })
  .meta({ id: 'MatchContact' });
export type ContactView = z.infer<typeof contactView>;

export const contactViewOf = (contact: ContactEntity): ContactView => ({
  id: contact.id,
  how: contact.how,
  result: contact.result,
  reached: contact.reached,
  nextOn: contact.nextOn,
  note: contact.note,
  contactedBy: contact.contactedBy,
  contactedAt: contact.contactedAt.toISOString(),
});
