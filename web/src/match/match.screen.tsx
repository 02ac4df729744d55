import type { MatchView } from '@server/matching/review/match.view';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { RevealContact } from '../records/reveal-contact';
import { useCardTitle } from '../review/card-title';
import { Explanation } from '../review/explanation';
import { explanationQuery } from '../review/queries';
import { ShareDialog } from '../review/share-dialog';
import { StageTag } from '../review/stage-tag';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { SampleBadge } from '../ui/sample-badge';
import { ContactForm } from './contact-form';
import { MoveMenu } from './move-menu';
import { NoteForm } from './note-form';
import { ShareState } from './share-state';
import { Timeline } from './timeline';
import styles from './match.module.css';

const route = getRouteApi('/shell/matches/$id');

export function MatchScreen() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['matches', id],
    queryFn: ({ signal }) => get<MatchView>(`/matches/${id}`, { signal }),
  });
  return <Loaded query={query}>{(match) => <Match match={match} />}</Loaded>;
}

function Match({ match }: { match: MatchView }) {
  const { say } = useMessages();
  const titleOf = useCardTitle();
  const client = useQueryClient();
  const [isSharing, setSharing] = useState(false);
  const explanation = useQuery({
    ...explanationQuery(match.pairKind, match.demand?.id ?? '', match.supply?.id ?? ''),
    enabled: Boolean(match.demand && match.supply),
  });
  const keep = (moved: MatchView) => {
    client.setQueryData(['matches', match.id], moved);
    void client.invalidateQueries({ queryKey: ['matches'] });
  };
  return (
    <Page
      title={match.supply ? titleOf(match.supply) : match.code}
      aside={
        <>
          <StageTag stage={match.stage} label={match.label} />
          <SampleBadge set={match.sampleSet} />
        </>
      }
      actions={
        <>
          {match.canShare && (
            <Button type="primary" onClick={() => setSharing(true)}>
              {say('review.do.share')}
            </Button>
          )}
          {(match.stage === 'negotiating' || match.stage === 'agreed') && match.choices.length > 0 && (
            <Link to="/signings/new" search={{ match: match.id }}>
              <Button type="primary" tabIndex={-1}>
                {say('signing.new')}
              </Button>
            </Link>
          )}
          <MoveMenu match={match} onMoved={keep} />
        </>
      }
    >
      {match.mergedInto !== null && (
        <Alert
          className={styles.merged}
          type="warning"
          showIcon
          title={say('match.merged')}
          action={
            <Link to="/matches/$id" params={{ id: match.mergedInto }}>
              {say('match.toMerged')}
            </Link>
          }
        />
      )}
      <p className={styles.pair}>
        <span>{match.code}</span>
        {match.demand && (
          <Link
            to={match.demand.kind === 'project' ? '/projects/$id' : '/needs/$id'}
            params={{ id: match.demand.id }}
            lang=""
          >
            {say('match.demand', { title: match.demand.title })}
          </Link>
        )}
        {match.supply && (
          <Link
            to={match.supply.kind === 'project' ? '/projects/$id' : '/talents/$id'}
            params={{ id: match.supply.id }}
            lang=""
          >
            {say('match.supply', { title: titleOf(match.supply) })}
          </Link>
        )}
      </p>
      <div className={styles.columns}>
        <div className={styles.main}>
          {match.share && <ShareState match={match} onChanged={keep} />}
          <Loaded query={explanation}>{(explained) => <Explanation explanation={explained} />}</Loaded>
        </div>
        <aside className={styles.side}>
          {match.choices.length > 0 && <ContactForm match={match} />}
          {match.choices.length > 0 && <NoteForm match={match} />}
          {match.supply?.kind === 'talent' && match.supply.disclosure === 'full' && (
            <section className={styles.card}>
              <RevealContact path={`/talents/${match.supply.id}/reveal-contact`} />
            </section>
          )}
          <Timeline matchId={match.id} />
        </aside>
      </div>
      <ShareDialog
        match={isSharing ? match : undefined}
        onClose={() => setSharing(false)}
        onShared={(shared) => {
          setSharing(false);
          keep(shared);
        }}
      />
    </Page>
  );
}
