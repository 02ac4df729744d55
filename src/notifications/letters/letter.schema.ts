import { z } from 'zod';
import { LOCALES } from '../../common/locale';
import { letterKinds, letterReasons, letterStates } from '../../taxonomy/event.vocabulary';

const kind = letterKinds.schema.default('invitation');
const locale = z.enum(LOCALES).default('zh-CN').describe('the language of the letter');

export const letterQuery = z.strictObject({ kind, locale });
export type LetterQuery = z.infer<typeof letterQuery>;

export const sendLetters = z.strictObject({
  kind,
  locale,
  guests: z.array(z.uuid()).min(1).max(500).describe('those who can be written to, as shown before'),
});
export type SendLetters = z.infer<typeof sendLetters>;

export const lettersView = z
  .object({
    works: z.boolean().describe('false: no mail server, or no public address for the links, has been set'),
    subject: z.string(),
    text: z.string().describe('as the first guest reads it, without their link'),
    ready: z.number().int().describe('guests who can be written to now'),
    guests: z.array(
      z.object({
        id: z.uuid(),
        label: z.string(),
        state: letterStates.schema,
        reason: letterReasons.schema.nullable(),
        at: z.string().nullable().describe('when it was sent, asked for or withheld'),
        byClock: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'SessionLetters' });
export type LettersView = z.infer<typeof lettersView>;
