import { Body, Controller, Get, HttpCode, Inject, Injectable, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, SYSTEM } from '../../src/common/actor';
import { Conflict, Stale } from '../../src/common/errors';
import { Allow, CurrentActor } from '../../src/identity/access.decorator';
import { AuditService } from '../../src/identity/audit/audit.service';
import { Database } from '../../src/platform/database/database';
import { IfMatch } from '../../src/platform/http/if-match.decorator';
import { type Client, type TestApp, createTestApp } from '../support/test-app';

const noteSchema = z.strictObject({ note: z.string(), fail: z.boolean().default(false) });
type Note = z.infer<typeof noteSchema>;

/** Stands for a service whose work takes two transactions: one as the caller, one as the system. */
@Injectable()
class NoteService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  async add(actor: Actor, { note, fail }: Note): Promise<void> {
    const subject = { subjectKind: 'note', subjectId: note };
    await this.database.as(actor, (tx) => this.audit.record(actor, 'note.added', subject, tx));
    await this.database.as(SYSTEM, (tx) => this.audit.record(SYSTEM, 'note.filed', subject, tx));
    if (fail) throw new Conflict('DATA.RULE', 'refused after the work');
  }

  count(note: string): Promise<number> {
    return this.database.as(SYSTEM, async (tx) => {
      const [row] = await tx.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM audit_entries WHERE subject_id = $1`,
        [note],
      );
      return row?.count ?? 0;
    });
  }
}

@Controller('notes')
@Allow('manager', 'commission')
class NoteController {
  constructor(@Inject(NoteService) private readonly notes: NoteService) {}

  @Get()
  get() {
    return { note: 'x', version: 3 };
  }

  @Patch()
  @Allow('manager')
  patch(@IfMatch() version: number) {
    if (version !== 3) throw new Stale('HTTP.STALE', 'changed');
    return { note: 'y', version: 4 };
  }

  @Post()
  @HttpCode(201)
  @Allow('manager')
  async post(@CurrentActor() actor: Actor, @Body({ schema: noteSchema }) note: Note) {
    await this.notes.add(actor, note);
    return { ...note, count: await this.notes.count(note.note) };
  }
}

let server: TestApp;
let client: Client;
beforeAll(async () => {
  const settings = { SESSION_HOURS: '48', SESSION_IDLE_MINUTES: '1440' };
  server = await createTestApp({ controllers: [NoteController], providers: [NoteService], settings });
  client = await server.signIn({ role: 'manager' });
});
afterAll(() => server.close());

describe('a version', () => {
  it('is handed out as ETag and asked back as If-Match', async () => {
    expect((await client.get('/notes').expect(200)).get('ETag')).toBe('"3"');
    expect((await client.patch('/notes', 3, {}).expect(200)).get('ETag')).toBe('"4"');
    expect((await client.patch('/notes', 2, {}).expect(412)).body).toMatchObject({ code: 'HTTP.STALE' });
    const without = server.anonymous().patch('/api/v1/notes').set('Cookie', client.cookie);
    await without.set('X-CSRF-Token', client.csrfToken).expect(428);
  });
});

describe('a transaction', () => {
  it('is not taken for kept when a statement of it failed and nobody said so', async () => {
    const database = server.app.get(Database);
    const swallowed = database.as(SYSTEM, async (tx) => {
      const subject = { subjectKind: 'note', subjectId: 'lost' };
      await server.app.get(AuditService).record(SYSTEM, 'note.filed', subject, tx);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow('ended with ROLLBACK');
    expect(await server.app.get(NoteService).count('lost')).toBe(0);
  });
});

describe('a request with an Idempotency-Key', () => {
  const count = (note: string) => server.app.get(NoteService).count(note);
  const post = (key: string, body: object, by = client) =>
    by.post('/notes', body).set('Idempotency-Key', key);

  it('is carried out once and answered alike', async () => {
    const first = await post('key-alike-1', { note: 'alike' }).expect(201);
    const again = await post('key-alike-1', { note: 'alike' }).expect(201);
    expect(first.body).toEqual({ note: 'alike', fail: false, count: 2 });
    expect(again.body).toEqual(first.body);
    expect(again.get('Idempotency-Replayed')).toBe('true');
    expect(await count('alike')).toBe(2);
  });

  it('is carried out once when many arrive at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => post('key-parallel', { note: 'parallel' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await count('parallel')).toBe(2);
  });

  it('leaves nothing when it is refused, and may be tried again', async () => {
    await post('key-refused', { note: 'refused', fail: true }).expect(409);
    expect(await count('refused')).toBe(0);
    await post('key-refused', { note: 'refused', fail: false }).expect(201);
    expect(await count('refused')).toBe(2);
  });

  it('is refused for a different request, and nobody else’s', async () => {
    await post('key-reused', { note: 'one' }).expect(201);
    expect((await post('key-reused', { note: 'two' }).expect(422)).body).toMatchObject({
      code: 'HTTP.IDEMPOTENCY_KEY_REUSED',
    });
    const other = await server.signIn({ role: 'manager' });
    await post('key-reused', { note: 'three' }, other).expect(201);
  });

  it('is remembered for 24 hours', async () => {
    await post('key-expired', { note: 'day' }).expect(201);
    server.clock.forward({ hours: 23 });
    await post('key-expired', { note: 'day' }).expect(201);
    expect(await count('day')).toBe(2);
    server.clock.forward({ hours: 2 });
    await post('key-expired', { note: 'day' }).expect(201);
    expect(await count('day')).toBe(4);
  });

  it('keeps no answer in the clear', async () => {
    await post('key-secret', { note: 'clear-text' }).expect(201);
    const rows = await server.app
      .get(Database)
      .as(SYSTEM, (tx) =>
        tx.query<{ text: string }[]>(`SELECT encode(answer, 'escape') AS text FROM idempotency_keys`),
      );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('clear-text');
  });
});
