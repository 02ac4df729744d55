import { createHash } from 'node:crypto';
import request from 'supertest';
import { SYSTEM, type Actor } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { AttachmentsModule } from '../../src/attachments/attachments.module';
import type { AttachmentSubject, AttachmentView } from '../../src/attachments/attachment.schema';
import { AttachmentService } from '../../src/attachments/attachment.service';
import { Database } from '../../src/platform/database/database';
import type { Client } from '../support/test-app';
import { bodyOf, type ParkLife, startParkLife } from './park-life';

let life: ParkLife;
beforeAll(async () => {
  life = await startParkLife([AttachmentsModule]);
});
afterAll(() => life.server.close());

const upload = (client: Client, content: Buffer, { name = '合同 扫描件.pdf', personal = false } = {}) =>
  request(life.server.app.getHttpServer())
    .post('/api/v1/attachments')
    .set('Cookie', client.cookie)
    .set('X-CSRF-Token', client.csrfToken)
    .field('personal', String(personal))
    .attach('file', content, { filename: name, contentType: 'application/pdf' });
const stored = async (client: Client, content: Buffer, options = {}): Promise<AttachmentView> =>
  bodyOf<AttachmentView>(await upload(client, content, options).expect(201));
const download = (client: Client, id: string) =>
  client
    .get(`/attachments/${id}`)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
const officerActor = (): Actor => ({
  ...SYSTEM,
  role: 'officer',
  userId: life.officer.userId,
  parkIds: [life.parks['NO.1'] as string],
});
const attach = (id: string, over: Partial<AttachmentSubject> = {}, actor = officerActor()): Promise<void> => {
  const subject = {
    kind: 'need',
    id: newId(),
    organisationId: life.enterprises[0],
    parkId: life.parks['NO.1'] as string,
    visibility: 'park' as const,
    ...over,
  };
  const service = life.server.app.get(AttachmentService, { strict: false });
  return life.server.app.get(Database).as(actor, (tx) => service.attach(id, subject, tx));
};

describe('a file', () => {
  it('comes back byte for byte, as a download under its own name', async () => {
    const content = Buffer.from(Array.from({ length: 2_500_000 }, (_, n) => (n * 31) % 256));
    const file = await stored(life.officer, content);
    expect(file).toMatchObject({
      fileName: '合同 扫描件.pdf',
      mediaType: 'application/pdf',
      byteSize: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    const answer = await download(life.officer, file.id).expect(200);
    expect(content.equals(bodyOf<Buffer>(answer))).toBe(true);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment; .*%E5%90%88%E5%90%8C/) as string,
    });
  });

  it('is stored encrypted', async () => {
    const file = await stored(life.officer, Buffer.from('机密合同正文'.repeat(100)));
    const chunks = await life.server.app
      .get(Database)
      .as(SYSTEM, (tx) =>
        tx.query<{ sealed: Buffer }[]>('SELECT sealed FROM attachment_chunks WHERE attachment_id = $1', [
          file.id,
        ]),
      );
    expect(chunks).toHaveLength(1);
    expect(chunks[0]?.sealed.includes('机密合同')).toBe(false);
  });

  it('may have 20 MB and no more, and not nothing', async () => {
    await upload(life.officer, Buffer.alloc(20 * 1024 * 1024, 7)).expect(201);
    await upload(life.officer, Buffer.alloc(20 * 1024 * 1024 + 1, 7)).expect(413);
    expect(bodyOf(await upload(life.officer, Buffer.alloc(0)).expect(400)).code).toBe('ATTACHMENT.EMPTY');
    await life.officer.post('/attachments', {}).expect(400);
  });
});

describe('who reads a file', () => {
  it('is its uploader alone, until it has a subject; then the subject’s park and organisation', async () => {
    const { id } = await stored(life.officer, Buffer.from('x'));
    for (const client of [life.lead, life.enterprise, life.foreignOfficer])
      await client.get(`/attachments/${id}`).expect(404);
    await attach(id);
    for (const client of [life.officer, life.lead, life.enterprise, life.auditor])
      await client.get(`/attachments/${id}`).expect(200);
    for (const client of [life.foreignOfficer, life.foreignEnterprise])
      await client.get(`/attachments/${id}`).expect(404);
  });

  it('is no auditor where the file holds people’s data', async () => {
    const { id } = await stored(life.officer, Buffer.from('x'), { personal: true });
    await attach(id);
    await life.lead.get(`/attachments/${id}`).expect(200);
    await life.auditor.get(`/attachments/${id}`).expect(404);
  });

  it('cannot be changed by giving the file a second subject, or a foreign park', async () => {
    const { id } = await stored(life.officer, Buffer.from('x'));
    await expect(attach(id, { parkId: life.parks['NO.2'] as string, organisationId: null })).rejects.toThrow(
      /row-level security/,
    );
    await attach(id);
    await expect(attach(id)).rejects.toMatchObject({ code: 'ATTACHMENT.ATTACHED' });
    const other = await stored(life.foreignOfficer, Buffer.from('x'));
    await expect(attach(other.id)).rejects.toMatchObject({ code: 'ATTACHMENT.NOT_FOUND' });
  });
});
