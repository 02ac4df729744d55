// An identity provider for the test: whoever the header X-Account names is signed in without being asked.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const CLIENT = { client_id: 'match', client_secret: 'a secret for the test only, long enough' };
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [process.argv[2]] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id.split('#')[0] }),
    }),
    async loadExistingGrant({ oidc }) {
      const { clientId } = oidc.client;
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url.startsWith('/interaction/')) return answer(request, response);
    const login = { accountId: request.headers['x-account'] };
    return provider.interactionFinished(request, response, { login });
  });
  process.send(issuer);
});
process.once('disconnect', () => process.exit());
