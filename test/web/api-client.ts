import type { BrowserContext } from 'playwright-core';

interface Answer<T> {
  status: number;
  body: T;
}

/** Requests of whoever is signed in in a context, beside what they do in its pages. */
export interface ApiClient {
  get<T>(path: string): Promise<Answer<T>>;
  send<T>(method: 'POST' | 'PATCH', path: string, body: object, version?: number): Promise<Answer<T>>;
}

export async function apiOf(context: BrowserContext, address: string): Promise<ApiClient> {
  const base = `${address}/api/v1`;
  const session = await context.request.get(`${base}/session`);
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  return {
    get: async (path) => {
      const answer = await context.request.get(base + path);
      return { status: answer.status(), body: (await answer.json()) as never };
    },
    send: async (method, path, body, version) => {
      const headers = {
        'x-csrf-token': csrfToken,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      };
      const answer = await context.request.fetch(base + path, { method, data: body, headers });
      return { status: answer.status(), body: (await answer.json()) as never };
    },
  };
}
