import { readEnv } from '../config/env';
import { requireSafeAddress } from './safe-address';

describe('the address served', () => {
  it.each<Record<string, string>>([
    {},
    { HOST: '::1' },
    { HOST: '0.0.0.0', PUBLIC_URL: 'https://match.example.cn' },
    { HOST: '0.0.0.0', INSECURE_HTTP: '1' },
  ])('is safe with %j', (settings) => {
    expect(() => requireSafeAddress(readEnv(settings))).not.toThrow();
  });

  it.each<Record<string, string>>([
    { HOST: '0.0.0.0' },
    { HOST: '192.168.1.7' },
    { PUBLIC_URL: 'http://match.example.cn' },
    { HOST: '0.0.0.0', PUBLIC_URL: 'http://match.example.cn' },
  ])('is refused with %j', (settings) => {
    expect(() => requireSafeAddress(readEnv(settings))).toThrow(/plain http beyond this machine/);
  });
});
