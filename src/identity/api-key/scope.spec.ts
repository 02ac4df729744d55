import { SCOPE, requireScope } from './scope';

const refusal = (fields: object) => expect.objectContaining(fields) as Error;

describe('the scopes of an API key', () => {
  it('open their area for reading or for writing', () => {
    expect(() => requireScope(['needs:read'], '/api/v1/needs/1', true)).not.toThrow();
    expect(() => requireScope(['*:write'], '/api/v1/needs', false)).not.toThrow();
  });

  it.each([
    [['needs:read'], '/api/v1/needs', false],
    [['needs:write'], '/api/v1/needs', true],
    [['needs:read'], '/api/v1/needs-x', true],
    [['*:read', '*:write'], '/api/v1/users', true],
    [['*:write'], '/api/v1/api-keys', false],
  ])('%p do not open %s (reading: %p)', (scopes, path, reading) => {
    expect(() => requireScope(scopes, path, reading)).toThrow(refusal({ code: 'AUTH.SCOPE' }));
  });

  it('have one form', () => {
    expect(['needs:read', '*:write'].every((scope) => SCOPE.test(scope))).toBe(true);
    expect(['needs', 'needs:all', ':read', 'NEEDS:read'].some((scope) => SCOPE.test(scope))).toBe(false);
  });
});
