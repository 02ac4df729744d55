import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/use-messages';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';

/** An address that leads nowhere; the menu stays. */
export function Lost() {
  const { say } = useMessages();
  return (
    <Page title={say('state.lost')}>
      <Nothing why={say('state.lostWhy')} next={<Link to="/">{say('state.home')}</Link>} />
    </Page>
  );
}
