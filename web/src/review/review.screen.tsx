import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isRequestFailed } from '../api/problem';
import { Loaded } from '../ui/loaded';
import { MatchingProgress } from './matching-progress';
import { shortlistQuery } from './queries';
import { ReviewDesk } from './review-desk';
import { hasNewer } from './rows';
import { useShortlistEvents } from './shortlist-events';

/** How often a list that is being made is asked for where its events do not come through. */
const SOON_MS = 600;
const route = getRouteApi('/shell/review/$pairKind/$demandId');

export function ReviewScreen() {
  const { pairKind, demandId } = route.useParams();
  const { state, isBlocked } = useShortlistEvents(pairKind, demandId);
  const query = useQuery({
    ...shortlistQuery(pairKind, demandId),
    refetchInterval: ({ state: { data } }) => (isBlocked && !data?.entries.length ? SOON_MS : false),
  });
  const list = query.data;
  const isEmpty = !list || list.entries.length === 0;
  useEffect(() => {
    // Nobody looks at rows yet: the list is taken over as it comes.
    if (isEmpty && state && state.updatedAt !== (list?.updatedAt ?? null)) void query.refetch();
  }, [state?.updatedAt, isEmpty]);
  const isBeingMade = isRequestFailed(query.error) && query.error.code === 'MATCH.NO_SHORTLIST';
  if (isBeingMade && !list) return <MatchingProgress />;
  return (
    <Loaded query={query}>
      {(shown) => (
        <ReviewDesk
          key={`${pairKind} ${demandId}`}
          list={shown}
          isOld={state !== undefined && hasNewer(shown, state)}
        />
      )}
    </Loaded>
  );
}
