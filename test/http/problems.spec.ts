import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SYSTEM } from '../../src/common/actor';
import { Public } from '../../src/identity/access.decorator';
import { Database } from '../../src/platform/database/database';
import { idParam, listOf, pageQuery } from '../../src/platform/http/query.schema';
import type { Problem } from '../../src/platform/http/problem';
import { type TestApp, createTestApp } from '../support/test-app';

const bodySchema = z.strictObject({
  title: z.string().max(5),
  indicators: z.array(z.strictObject({ name: z.string(), 'a/b': z.number().optional() })).optional(),
  even: z
    .number()
    .refine((value) => value % 2 === 0, 'DATA.RULE')
    .optional(),
});
const querySchema = z.strictObject({
  ...pageQuery,
  status: listOf(z.enum(['draft', 'published'])).optional(),
});

@Controller('probe')
@Public()
class ProbeController {
  constructor(private readonly database: Database) {}

  @Post()
  post(@Body({ schema: bodySchema }) body: unknown) {
    return body;
  }
  @Get()
  list(@Query({ schema: querySchema }) query: unknown) {
    return query;
  }
  @Get('sql')
  sql() {
    return this.database.as(SYSTEM, (tx) => tx.query(`SELECT 'zhang 138'::uuid`));
  }
  @Get('mistake')
  mistake(): never {
    throw new Error('secret');
  }
  @Get(':id')
  get(@Param('id', idParam) id: string) {
    return { id };
  }
}

let server: TestApp;
beforeAll(async () => {
  server = await createTestApp({ controllers: [ProbeController] });
});
afterAll(() => server.close());

const PROBE = '/api/v1/probe';
const problemOf = (answer: { body: unknown; type: string }): Problem => {
  expect(answer.type).toBe('application/problem+json');
  return answer.body as Problem;
};
const post = (body: object | string, language = 'en') =>
  server
    .anonymous()
    .post(PROBE)
    .set('Accept-Language', language)
    .set('Content-Type', 'application/json')
    .send(body);

describe('a refused body', () => {
  it('names every mistake by its pointer', async () => {
    const body = { title: 'too long', indicators: [{ name: 'x', 'a/b': 'y' }, {}], sex: 'f' };
    const problem = problemOf(await post(body).expect(400));
    expect(problem.code).toBe('INPUT.INVALID');
    expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/title', 'INPUT.TOO_BIG'],
      ['/indicators/0/a~1b', 'INPUT.INVALID_TYPE'],
      ['/indicators/1/name', 'INPUT.INVALID_TYPE'],
      ['/sex', 'INPUT.UNKNOWN_FIELD'],
    ]);
  });

  it('speaks the language of the reader', async () => {
    const detailOf = async (language: string) =>
      problemOf(await post({ title: 5 }, language).expect(400)).errors?.[0]?.detail;
    expect(await detailOf('en')).toMatch(/^Invalid input: expected string/);
    expect(await detailOf('zh-CN')).toMatch(/^无效输入/);
  });

  it('lets a schema name a sentence of the catalogue', async () => {
    const problem = problemOf(await post({ title: 'x', even: 3 }, 'zh').expect(400));
    expect(problem.errors).toEqual([{ pointer: '/even', code: 'DATA.RULE', detail: '内容不符合数据规则。' }]);
  });

  it.each([
    ['{"title":', 400, 'INPUT.MALFORMED'],
    ['"text"', 400, 'INPUT.MALFORMED'],
    [`{"title":${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'INPUT.TOO_DEEP'],
    ['{"title":"\\u0000"}', 400, 'INPUT.FORBIDDEN_TEXT'],
    ['{"title":"\\ud800"}', 400, 'INPUT.FORBIDDEN_TEXT'],
    ['{"title":"x","__proto__":{"admin":true}}', 400, 'INPUT.UNKNOWN_FIELD'],
    [`{"title":"${'x'.repeat(1_100_000)}"}`, 413, 'HTTP.TOO_LARGE'],
    ['', 400, 'INPUT.INVALID'],
  ])('is refused: %.40s', async (body, status, code) => {
    expect(problemOf(await post(body).expect(status)).code).toBe(code);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('is refused in another type or encoding', async () => {
    const form = server.anonymous().post(PROBE).type('form').send({ title: 'x' });
    expect(problemOf(await form.expect(400)).code).toBe('INPUT.INVALID');
    const packed = server.anonymous().post(PROBE).set('Content-Encoding', 'zstd-x').type('json').send('{}');
    expect(problemOf(await packed.expect(415)).code).toBe('HTTP.UNSUPPORTED_TYPE');
  });
});

describe('a refused query or path', () => {
  it.each([
    ['limit=0', '/query/limit'],
    ['limit=201', '/query/limit'],
    ['limit=x', '/query/limit'],
    ['status=draft,wrong', '/query/status/1'],
    ['order=title', '/query/order'],
  ])('points into the query for %s', async (query, pointer) => {
    const problem = problemOf(await server.anonymous().get(`${PROBE}?${query}`).expect(400));
    expect(problem.errors?.map((error) => error.pointer)).toEqual([pointer]);
  });

  it.each(['limit=1&limit=2', 'status=%00', 'status=draft&status=draft'])('refuses %s', async (query) => {
    problemOf(await server.anonymous().get(`${PROBE}?${query}`).expect(400));
  });

  it('reads a list and the defaults', async () => {
    const answer = await server.anonymous().get(`${PROBE}?status=draft,published`).expect(200);
    expect(answer.body).toEqual({ limit: 50, status: ['draft', 'published'] });
  });

  it.each(['not-a-uuid', '%00', '%E0%A4', '..%2f'])('refuses the id %s', async (id) => {
    const problem = problemOf(await server.anonymous().get(`${PROBE}/${id}`).expect(400));
    if (problem.errors) expect(problem.errors[0]?.pointer).toBe('/path/id');
  });
});

describe('other refusals', () => {
  it('answer an unknown address with 404 and the request’s id', async () => {
    const answer = await server
      .anonymous()
      .get('/api/v1/nothing')
      .set('X-Request-Id', 'a-request-1')
      .expect(404);
    expect(problemOf(answer)).toMatchObject({ code: 'HTTP.NOT_FOUND', requestId: 'a-request-1' });
    expect(answer.get('X-Request-Id')).toBe('a-request-1');
  });

  it('replace a request id that could forge a log line', async () => {
    const answer = await server.anonymous().get('/api/v1/nothing').set('X-Request-Id', '{"level":60}');
    expect(answer.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('map an error of the database, without its values', async () => {
    const answer = await server.anonymous().get(`${PROBE}/sql`).expect(400);
    expect(answer.text).not.toContain('138');
  });

  it('say nothing about a mistake of ours', async () => {
    const answer = await server.anonymous().get(`${PROBE}/mistake`).expect(500);
    expect(problemOf(answer).code).toBe('SERVICE.FAILED');
    expect(answer.text).not.toContain('secret');
  });
});
