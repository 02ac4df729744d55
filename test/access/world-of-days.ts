import { Client as PostgresClient } from 'pg';
import { newId } from '../../src/common/ids';
import { FieldCipher } from '../../src/platform/crypto/field-cipher';
import type { PlanView } from '../../src/plan/plan.schema';
import type { SigningDays } from '../signings/signing-days';
import type { Client } from '../support/test-app';
import type { Ids } from './world';

const idOf = (answer: { body: unknown }): string => (answer.body as { id: string }).id;

/** What happens around the records: an event day on either side, an import, an alert, a view and a webhook. */
export async function fillDays(
  { officer, foreignOfficer, parks, server }: SigningDays,
  { activities }: PlanView,
  needs: Ids,
  kept: string,
): Promise<Record<'activity-sessions' | 'imports' | 'match-alerts' | 'saved-views' | 'webhooks', Ids>> {
  const session = async (client: Client, at: number, title: string) =>
    idOf(
      await client
        .post('/activity-sessions', { activity: activities[at]?.id, title, heldOn: '2022-07-20' })
        .expect(201),
    );
  const list = async (client: Client, word: string) =>
    idOf(
      await server
        .anonymous()
        .post('/api/v1/imports')
        .set('Cookie', client.cookie)
        .set('X-CSRF-Token', client.csrfToken)
        .field('kind', 'technology-needs')
        .attach('file', Buffer.from(`标题,内容\n${word},${word}\n`), `${word}.csv`)
        .expect(202),
    );
  const alert = async (client: Client, need: string | undefined) =>
    idOf(await client.post('/match-alerts', { pairKind: 'tech-project', demand: need }).expect(201));
  const view = async (client: Client, name: string, shared: boolean) => {
    const answer = await client
      .post('/saved-views', { list: 'needs', name, filter: { q: name }, shared })
      .expect(201);
    return (answer.body as { id: string }[])[0]?.id;
  };
  const cipher = server.app.get(FieldCipher, { strict: false });
  const addressOf = (rowId: string) => ({ table: 'webhooks', column: 'url', rowId });
  const webhooks = { own: newId(), elsewhere: newId() };
  const administrator = new PostgresClient({ connectionString: server.database.superuserUrl });
  await administrator.connect();
  await administrator
    .query(
      `INSERT INTO webhooks (id, park_id, name, format, url, events, created_at)
       SELECT id, park, name, 'standard', url, '{match-shared}', now()
       FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[]) AS given (id, park, url, name)`,
      [
        Object.values(webhooks),
        [parks['NO.1'], parks['NO.2']],
        Object.values(webhooks).map((id) => cipher.encrypt('https://receiver.invalid/', addressOf(id))),
        ['密封件', kept],
      ],
    )
    .finally(() => administrator.end());
  return {
    'activity-sessions': {
      own: await session(officer, 0, '对接会'),
      elsewhere: await session(foreignOfficer, 1, '洽谈会'),
    },
    imports: { own: await list(officer, '密封件'), elsewhere: await list(foreignOfficer, kept) },
    'match-alerts': {
      own: await alert(officer, needs.own),
      elsewhere: await alert(foreignOfficer, needs.elsewhere),
    },
    'saved-views': {
      own: await view(officer, '密封件', true),
      elsewhere: await view(foreignOfficer, kept, false),
    },
    webhooks,
  };
}
