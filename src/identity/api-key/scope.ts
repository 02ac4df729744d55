import { Forbidden } from '../../common/errors';

/** `needs:read`, `needs:write` or, for every area, `*:read`, `*:write`; an area is the path's part after /api/v1/. */
export const SCOPE = /^(\*|[a-z][a-z-]*):(read|write)$/;

/** Accounts and their keys are for people only. */
const CLOSED_AREAS = new Set(['users', 'api-keys']);

/** @throws 403 `AUTH.SCOPE` unless `scopes` allow reading or writing at `path`; writing does not imply reading. */
export function requireScope(scopes: readonly string[], path: string, reading: boolean): void {
  const area = /^\/api\/v1\/([^/]+)/.exec(path)?.[1] ?? '';
  const scope = `${area}:${reading ? 'read' : 'write'}`;
  const everywhere = `*:${reading ? 'read' : 'write'}`;
  if (CLOSED_AREAS.has(area) || !(scopes.includes(scope) || scopes.includes(everywhere))) {
    throw new Forbidden('AUTH.SCOPE', `The API key lacks the scope ${scope}`, { params: { scope } });
  }
}
