import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { isRequestFailed } from '../api/problem';
import { useMessages } from '../i18n/use-messages';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { shortlistQuery } from './queries';
import { ReviewDesk } from './review-desk';

const SOON_MS = 600;
const route = getRouteApi('/shell/review/$pairKind/$demandId');

export function ReviewScreen() {
  const { say } = useMessages();
  const { pairKind, demandId } = route.useParams();
  const query = useQuery({
    ...shortlistQuery(pairKind, demandId),
    // A list that is being made appears by itself.
    refetchInterval: ({ state }) =>
      state.error || (state.data && state.data.entries.length === 0) ? SOON_MS : false,
  });
  const isBeingMade = isRequestFailed(query.error) && query.error.code === 'MATCH.NO_SHORTLIST';
  if (isBeingMade) {
    return (
      <Page title={say('review.title')}>
        <Nothing why={say('review.beingMade')} next={<progress aria-label={say('nav.runs')} />} />
      </Page>
    );
  }
  return (
    <Loaded query={query}>{(list) => <ReviewDesk key={`${pairKind} ${demandId}`} list={list} />}</Loaded>
  );
}
