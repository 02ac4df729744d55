import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { z } from 'zod';
import type { Clock } from '../../common/clock';
import { NotFound, NotSignedIn } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { FieldCipher } from '../../platform/crypto/field-cipher';

/** Who the identity provider says somebody is. */
export interface ExternalIdentity {
  issuer: string;
  subject: string;
  /** What the provider calls their account here; undefined when it does not say. */
  login: string | undefined;
}

/** What the browser keeps for us while it is away at the provider, sealed. */
const attempt = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  until: z.number(),
});
const ATTEMPT_MS = 10 * 60_000;
const PLACE = { table: 'cookies', column: 'oidc', rowId: 'attempt' };

/** The authorization code flow of OpenID Connect with PKCE, state and nonce, at the one provider of the settings. */
@Injectable()
export class OidcFlow {
  private found: Promise<oidc.Configuration> | undefined;

  constructor(
    private readonly cipher: FieldCipher,
    @InjectClock() private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** What the button says; null where no provider is set. */
  label(): string | null {
    return this.env.OIDC_ISSUER === undefined ? null : this.env.OIDC_NAME;
  }

  /** Where to send the browser, and what it must bring back. @throws 404 where no provider is set */
  async begin(redirectUri: string, to: string): Promise<{ url: string; cookie: string }> {
    const configuration = await this.configuration();
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const until = this.clock.now().getTime() + ATTEMPT_MS;
    const kept = JSON.stringify({ state, nonce, verifier, to, until });
    return { url: url.href, cookie: this.cipher.encrypt(kept, PLACE).toString('base64url') };
  }

  /** Reads the provider's answer. @throws 401 AUTH.OIDC_REFUSED for one that is forged, late or says no */
  async finish(address: URL, cookie: string): Promise<{ identity: ExternalIdentity; to: string }> {
    const configuration = await this.configuration();
    try {
      const kept = attempt.parse(JSON.parse(this.cipher.decrypt(Buffer.from(cookie, 'base64url'), PLACE)));
      if (kept.until < this.clock.now().getTime()) throw new Error('The attempt is too old.');
      const tokens = await oidc.authorizationCodeGrant(configuration, address, {
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        pkceCodeVerifier: kept.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('There is no ID token.');
      const login = claims[this.env.OIDC_LOGIN_CLAIM];
      const identity = { issuer: claims.iss, subject: claims.sub };
      return { identity: { ...identity, login: typeof login === 'string' ? login : undefined }, to: kept.to };
    } catch (cause) {
      throw new NotSignedIn('AUTH.OIDC_REFUSED', 'The identity provider did not vouch for anybody', {
        cause,
      });
    }
  }

  /** Asks the provider about itself once; after a failure, again at the next sign-in. */
  private configuration(): Promise<oidc.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET } = this.env;
    if (OIDC_ISSUER === undefined) throw new NotFound('AUTH.NO_OIDC', 'No identity provider is set');
    const url = new URL(OIDC_ISSUER);
    const options = url.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {};
    this.found ??= oidc
      .discovery(url, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, options)
      .catch((cause) => {
        this.found = undefined;
        throw new NotSignedIn('AUTH.OIDC_UNREACHABLE', 'The identity provider does not answer', { cause });
      });
    return this.found;
  }
}
