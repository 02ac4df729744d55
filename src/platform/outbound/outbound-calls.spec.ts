import { once } from 'node:events';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readEnv } from '../config/env';
import { OutboundCalls } from './outbound-calls';
import { OutboundTargets } from './outbound-targets';

/** Lets this machine be called, by a name that exists nowhere. */
class LoopbackTargets extends OutboundTargets {
  override require(text: string) {
    return Promise.resolve({ url: new URL(text), address: '127.0.0.1', family: 4 });
  }
}

const targets = (OUTBOUND_HOSTS?: string) => new OutboundTargets(readEnv({ OUTBOUND_HOSTS }));

async function withReceiver(answer: RequestListener, work: (url: string) => Promise<void>): Promise<void> {
  const receiver = createServer(answer).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  await work(`http://receiver.invalid:${port}/hook`).finally(() => receiver.close());
}

const calls = new OutboundCalls(new LoopbackTargets(readEnv({})));

describe('a call to another system', () => {
  it('goes to the judged address under the name it was given', async () => {
    const seen: unknown[] = [];
    await withReceiver(
      (request, response) => {
        seen.push(request.url, request.headers.host, request.headers['x-signature']);
        request.pipe(response);
      },
      async (url) => {
        const answer = await calls.post(url, { 需求: 1 }, { 'X-Signature': 's' });
        expect(answer).toEqual({ status: 200, text: '{"需求":1}' });
        expect(seen).toEqual(['/hook', new URL(url).host, 's']);
      },
    );
  });

  it('follows no redirect and takes no endless answer', async () => {
    let asked = 0;
    await withReceiver(
      (request, response) => {
        asked += 1;
        if (request.url === '/hook') response.writeHead(302, { Location: '/other' }).end();
        else response.end(Buffer.alloc(1_000_000));
      },
      async (url) => {
        expect(await calls.post(url, {})).toMatchObject({ status: 302 });
        expect(asked).toBe(1);
        await expect(calls.post(`${url}/long`, {})).rejects.toMatchObject({ code: 'OUTBOUND.FAILED' });
      },
    );
  });
});

describe('the address of a call', () => {
  it('is none at all until the operator names hosts', async () => {
    await expect(targets().require('https://1.1.1.1/')).rejects.toMatchObject({ code: 'OUTBOUND.OFF' });
  });

  it.each([
    'https://localhost/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'http://1.1.1.1/',
    'file:///etc/passwd',
    'https://user:secret@1.1.1.1/',
    'no address',
  ])('is not %s', async (url) => {
    await expect(targets('*').require(url)).rejects.toMatchObject({ code: 'OUTBOUND.ADDRESS' });
  });

  it('is public, and of a named host', async () => {
    expect(await targets('1.1.1.1').require('https://1.1.1.1/x')).toMatchObject({ address: '1.1.1.1' });
    await expect(targets('example.cn').require('https://1.1.1.1/')).rejects.toMatchObject({
      code: 'OUTBOUND.ADDRESS',
    });
  });
});
