import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { Body, Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { Public } from '../../src/identity/access.decorator';
import { type TestApp, createTestApp } from '../support/test-app';

@Controller('probe')
@Public()
class ProbeController {
  @Post()
  post(@Body({ schema: z.strictObject({ title: z.string().max(5) }) }) body: { title: string }) {
    return body;
  }
}

let server: TestApp;
let port: number;
beforeAll(async () => {
  server = await createTestApp({ controllers: [ProbeController] });
  port = Number(new URL(await server.app.getUrl()).port);
});
afterAll(() => server.close());

const PATH = '/api/v1/probe';
const head = (...lines: string[]) =>
  [`POST ${PATH} HTTP/1.1`, 'Host: localhost', 'Content-Type: application/json', ...lines].join('\r\n') +
  '\r\n';
const statusesIn = (answer: string): number[] =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

/** Writes bytes as they are and reads until the server hangs up. */
async function raw(bytes: string, hangUp = false): Promise<number[]> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1').on('data', (part: string) => (answer += part));
  socket.on('error', () => undefined);
  socket.write(bytes);
  if (hangUp) socket.end();
  await once(socket, 'close');
  return statusesIn(answer);
}

const isWell = async () => {
  const answer = await server.anonymous().post(PATH).send({ title: 'well' });
  return answer.status === 201;
};

describe('a body that unpacks to more than is taken', () => {
  const bomb = Buffer.from(`{"title":"${'0'.repeat(64 * 1024 * 1024)}"}`);
  it.each([
    ['gzip', gzipSync(bomb)],
    ['deflate', deflateSync(bomb)],
    ['br', brotliCompressSync(bomb, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ])('%s is refused before it is unpacked', async (encoding, packed) => {
    const [memory, begun] = [process.memoryUsage().rss, performance.now()];
    const answer = await server
      .anonymous()
      .post(PATH)
      .set('Content-Encoding', encoding)
      .type('json')
      .serialize((sent: unknown) => sent as string)
      .send(packed as unknown as string);
    expect(answer.status).toBe(413);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(50 * 1024 * 1024);
    expect(packed.length).toBeLessThan(1024 * 1024);
  });

  it('is refused when it is not what it says', async () => {
    const answer = await server
      .anonymous()
      .post(PATH)
      .set('Content-Encoding', 'gzip')
      .type('json')
      .send('{"title":"x"}');
    expect(answer.status).toBe(400);
  });
});

describe('a client that lies about its length', () => {
  const body = '{"title":"x"}';
  it.each<[string, string, boolean, number[]]>([
    ['more than it sends', head('Content-Length: 500') + `\r\n${body}`, true, [400]],
    ['less than it sends', head('Content-Length: 5') + `\r\n${body}`, false, [400, 400]],
    ['twice', head('Content-Length: 13', 'Content-Length: 5') + `\r\n${body}`, false, [400]],
    [
      'and says that it comes in chunks',
      head('Content-Length: 13', 'Transfer-Encoding: chunked') + `\r\n${body}`,
      false,
      [400],
    ],
    ['below zero', head('Content-Length: -1') + `\r\n${body}`, false, [400]],
    ['with a head that has no end', head(`X-Long: ${'x'.repeat(100_000)}`), false, [431]],
  ])('%s is refused, and the next is served', async (_, bytes, hangUp, statuses) => {
    const answered = await raw(bytes, hangUp);
    expect(answered.every((status) => statuses.includes(status))).toBe(true);
    expect(await isWell()).toBe(true);
  });
});

describe('a slow client', () => {
  it('is hung up on, in its head and in its body, while others are served', async () => {
    const http = server.app.getHttpServer() as unknown as { headersTimeout: number; requestTimeout: number };
    const { headersTimeout, requestTimeout } = http;
    expect([headersTimeout, requestTimeout]).toEqual([10_000, 120_000]);
    Object.assign(http, { headersTimeout: 500, requestTimeout: 1_000 });
    try {
      const slow = [
        ...Array.from({ length: 50 }, () => raw(head('X-Slow: ye'))),
        ...Array.from({ length: 50 }, () => raw(head('Content-Length: 500') + '\r\n{"title":')),
      ];
      expect(await isWell()).toBe(true);
      expect([...new Set((await Promise.all(slow)).flat())]).toEqual([408]);
    } finally {
      Object.assign(http, { headersTimeout, requestTimeout });
    }
  });
});
