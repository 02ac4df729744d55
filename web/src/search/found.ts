import type { Page } from '@server/common/page';
import type { SigningSummary } from '@server/signings/signing.view';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/http';
import { placesOf } from '../app/navigation';
import { type AnyRecord, titleOf } from '../records/kinds';
import type { Role } from '../session/session';
import type { Hit } from './hits';

/** Of each list. */
const MOST = 5;
const LISTS = ['needs', 'projects', 'talents', 'signings'] as const;

/** Records of the lists that a role reads, by number, word or initials; a list that does not answer is left out. */
export const foundQuery = (q: string, role: Role) =>
  queryOptions({
    queryKey: ['search', role, q],
    enabled: q !== '',
    staleTime: 30_000,
    queryFn: async ({ signal }): Promise<Hit[]> => {
      const own = new Set(placesOf(role).map(({ to }) => to));
      const lists = LISTS.filter((list) => own.has(`/${list}`));
      const answers = await Promise.allSettled(
        lists.map((list) =>
          get<Page<AnyRecord | SigningSummary>>(`/${list}`, { signal, query: { q, limit: MOST } }),
        ),
      );
      return answers.flatMap((answer, at) =>
        answer.status === 'rejected'
          ? []
          : answer.value.items.map((item) => ({
              to: `/${lists[at]}/${item.id}`,
              code: item.code,
              label: 'state' in item ? item.title : titleOf(item),
            })),
      );
    },
  });
