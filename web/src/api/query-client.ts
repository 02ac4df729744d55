import { QueryClient } from '@tanstack/react-query';

/** Requests try again by themselves (see http.ts), so queries do not; what is shown stays while it is fetched anew. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 15_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
