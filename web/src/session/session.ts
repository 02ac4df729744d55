import type { SessionView } from '@server/identity/session/session.schema';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { get, post, remove, surroundings } from '../api/http';
import { isRequestFailed } from '../api/problem';
import { queryClient } from '../api/query-client';

export type Role = SessionView['user']['role'];

/** Takes over what the server says of the session after a step. */
export function keepSession(session: SessionView): SessionView {
  keep(session);
  queryClient.setQueryData(sessionQuery.queryKey, session);
  return session;
}

/** Takes over the token that changing requests repeat. */
export function keep(session: SessionView | null): SessionView | null {
  surroundings.csrfToken = session?.csrfToken ?? null;
  return session;
}

/** Who is signed in; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    try {
      return keep(await get<SessionView>('/session'));
    } catch (error) {
      if (isRequestFailed(error) && error.status === 401) return keep(null);
      throw error;
    }
  },
  staleTime: Infinity,
  refetchOnWindowFocus: false,
});

export async function signIn(login: string, password: string): Promise<SessionView> {
  const session = await post<SessionView>('/session', { login, password });
  keep(session);
  const before = queryClient.getQueryData<SessionView | null>(sessionQuery.queryKey);
  if (before && before.user.id !== session.user.id) queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, session);
  return session;
}

export async function signOut(): Promise<void> {
  await remove('/session');
  keep(null);
  queryClient.clear();
}

/** The signed-in user; only below the shell, which lets nobody else in. */
export function useUser(): SessionView['user'] {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('nobody is signed in');
  return data.user;
}

export const useSession = () => useQuery(sessionQuery);

const STAFF: ReadonlySet<Role> = new Set(['manager', 'park-lead', 'officer']);

/** Who reads shortlists and matches: those, and the auditor. */
export const isReader = (role: Role): boolean => isStaff(role) || role === 'auditor';

/** The park's and the platform's people, who work with the records of others. */
export const isStaff = (role: Role): boolean => STAFF.has(role);
