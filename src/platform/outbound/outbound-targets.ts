import { lookup } from 'node:dns/promises';
import { Inject, Injectable } from '@nestjs/common';
import { RuleBroken } from '../../common/errors';
import type { Env } from '../config/env.schema';
import { ENV } from '../config/settings.module';
import { isPublicAddress } from './public-address';

/** Where a call goes: the address as it was judged, so that a second look-up cannot lead elsewhere. */
export interface OutboundTarget {
  url: URL;
  address: string;
  family: number;
}

const ANY_HOST = '*';

const refused = () => new RuleBroken('OUTBOUND.ADDRESS', 'This address may not be called');

/** Which addresses the product may call: none unless OUTBOUND_HOSTS names them, and never one inside the network it runs in. */
@Injectable()
export class OutboundTargets {
  private readonly hosts: readonly string[];

  constructor(@Inject(ENV) env: Env) {
    this.hosts = (env.OUTBOUND_HOSTS ?? '').split(',').filter(Boolean);
  }

  isOpen(): boolean {
    return this.hosts.length > 0;
  }

  /**
   * Judges an address that a user gave; all addresses its name resolves to must be public.
   * @throws 422 `OUTBOUND.OFF` when nothing may leave; 422 `OUTBOUND.ADDRESS`, which does not say what the name resolved to.
   */
  async require(text: string): Promise<OutboundTarget> {
    if (!this.isOpen()) throw new RuleBroken('OUTBOUND.OFF', 'Calls to other systems are switched off');
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || url.protocol !== 'https:' || url.username || url.password || !this.isNamed(url.hostname)) {
      throw refused();
    }
    const found = await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
    const [first] = found;
    if (!first || !found.every(({ address }) => isPublicAddress(address))) throw refused();
    return { url, ...first };
  }

  private isNamed(host: string): boolean {
    return this.hosts.includes(ANY_HOST) || this.hosts.includes(host);
  }
}
