import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/use-messages';
import { Nothing } from '../ui/nothing';

export function Lost() {
  const { say } = useMessages();
  return <Nothing why={say('state.lost')} next={<Link to="/">{say('state.home')}</Link>} />;
}
