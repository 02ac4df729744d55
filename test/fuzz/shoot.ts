import fc from 'fast-check';
import type { CallerName, World } from '../access/world';
import { API, type Description, type Operation } from '../support/openapi/description';
import { bodiesFor, HOSTILE } from '../support/openapi/hostile-values';

/** An answer that no request may get. */
export interface Failure {
  operation: string;
  status: number;
  sent: string;
  answer: string;
}

/** The first role with a place that the matrix lets through tells most; a manager may call nearly everything. */
const CALLERS_OF: readonly Exclude<CallerName, 'nobody'>[] = ['manager', 'enterprise', 'park-lead'];
/** These end or lock the session they are sent with. */
const SPARED = new Set(['DELETE /session', 'POST /session/password', 'DELETE /session/all/{id}']);

const TEXTS = HOSTILE.filter((value) => typeof value === 'string').map((text) => text.slice(0, 2000));
const paths = fc.constantFrom('%00', '%ud800', "'--", '__proto__', '1e999', '%F0%A0%AE%B7', '..%2f', 'NO.1');

/** Sends `runs` requests to one operation and tells which were answered as they may not be. */
export async function shoot(
  operation: Operation,
  { days, callers, things, parameters }: World,
  description: Description,
  runs: number,
): Promise<Failure[]> {
  const { name, method, path, body, parameters: described } = operation;
  if (SPARED.has(name)) return [];
  const base = await days.server.app.getUrl();
  const known = (parameter: string): string => {
    const thing = /^\/([a-z-]+)/.exec(path)?.[1] ?? '';
    return parameters[parameter] ?? things[thing]?.own ?? things[thing]?.known ?? 'x';
  };
  const requests = fc.sample(
    fc.record({
      caller: fc.constantFrom(...CALLERS_OF),
      path: fc.tuple(fc.boolean(), paths),
      query: fc.tuple(fc.nat(20), fc.constantFrom(...TEXTS)),
      version: fc.constantFrom('"1"', '"999"', '1', '*', 'W/"1"', '"-1"', '"99999999999999999999"'),
      body: body ? bodiesFor(body, description) : fc.constant(undefined),
    }),
    { numRuns: runs, seed: 20220615 },
  );
  const failures: Failure[] = [];
  for (const [at, request] of requests.entries()) {
    const spoilPath = at % 4 === 3 && request.path[0];
    const address = path.replace(/\{(\w+)\}/g, (_, parameter: string) =>
      spoilPath ? request.path[1] : encodeURIComponent(known(parameter)),
    );
    const queried = described.filter((parameter) => parameter.in === 'query');
    const parameter = queried[request.query[0] % Math.max(queried.length, 1)];
    const query = parameter
      ? `?${parameter.name}=${encodeURIComponent(request.query[1].toWellFormed())}`
      : '';
    const { cookie, csrfToken } = callers[request.caller];
    const sent = request.body === undefined ? undefined : JSON.stringify(request.body);
    const headers = {
      Cookie: cookie,
      'X-CSRF-Token': csrfToken,
      ...(method !== 'GET' && { 'If-Match': request.version }),
      ...(sent !== undefined && { 'Content-Type': 'application/json' }),
    };
    const answer = await fetch(base + API + address + query, {
      method,
      headers,
      body: sent ?? null,
      redirect: 'manual',
    });
    const { status } = answer;
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
    const text = isStream ? '' : await answer.text();
    if (isStream) await answer.body?.cancel();
    if (status >= 500)
      failures.push({
        operation: name,
        status,
        sent: `${address}${query} ${sent?.slice(0, 300) ?? ''}`,
        answer: text,
      });
  }
  return failures;
}
