import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/errors';
import { type OutboundTarget, OutboundTargets } from './outbound-targets';

/** A whole call, from the look-up of the name to the last byte of the answer. */
const CALL_MS = 5_000;
const LONGEST_ANSWER = 65_536;

export interface OutboundAnswer {
  status: number;
  text: string;
}

/** The one address that was judged, whatever the name resolves to by now. */
const pinned = ({ address, family }: OutboundTarget): LookupFunction =>
  function answer(_host, { all }, done) {
    if (all) done(null, [{ address, family }]);
    else done(null, address, family);
  };

/** Sends what leaves the product: to judged addresses only, following no redirect, within a time and a size. */
@Injectable()
export class OutboundCalls {
  constructor(private readonly targets: OutboundTargets) {}

  /**
   * Posts JSON. An answer of any status is an answer, a redirect (3xx) too.
   * @throws what {@link OutboundTargets.require} throws; 502 `OUTBOUND.FAILED` without an answer in time.
   */
  async post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<OutboundAnswer> {
    const signal = AbortSignal.timeout(CALL_MS);
    const target = await this.targets.require(url);
    const text = JSON.stringify(body);
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) },
      lookup: pinned(target),
      // A connection of its own: one kept from an earlier call may lead where the name led then.
      agent: false,
      signal,
    };
    return send(target.url, options, text).catch((cause: unknown) => {
      throw new DomainError('OUTBOUND.FAILED', 502, 'The other system did not answer', { cause });
    });
  }
}

function send(url: URL, options: RequestOptions, body: string): Promise<OutboundAnswer> {
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = open(url, options, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > LONGEST_ANSWER) request.destroy(new Error('The answer is too long.'));
        else chunks.push(chunk);
      });
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    request.once('error', reject);
    request.end(body);
  });
}
