import { getRouteApi, Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';
import { Alerts } from './alerts';
import { NoticeList } from './notice-list';
import { NoticeSettings } from './notice-settings';
import { Webhooks } from './webhooks';

const route = getRouteApi('/shell/notices');

/** What the reader was told, and how they want to be told. */
export function NoticesScreen() {
  const { say } = useMessages();
  const { role } = useUser();
  const { tab } = route.useSearch();
  const isStaff = role === 'manager' || role === 'park-lead' || role === 'officer';
  const items = [
    { key: 'list', label: say('notices.list'), children: <NoticeList /> },
    ...(isStaff ? [{ key: 'alerts', label: say('notices.alerts'), children: <Alerts /> }] : []),
    { key: 'how', label: say('notices.how'), children: <NoticeSettings /> },
    ...(role === 'manager' || role === 'park-lead'
      ? [{ key: 'systems', label: say('notices.systems'), children: <Webhooks /> }]
      : []),
  ];
  const open = items.find(({ key }) => key === tab) ?? items[0];
  return (
    <Page title={say('notices.title')}>
      <Tabs name={say('notices.title')}>
        {items.map(({ key, label }) => (
          <Link
            key={key}
            to="/notices"
            search={{ tab: key }}
            replace
            aria-current={key === open?.key ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </Tabs>
      {open?.children}
    </Page>
  );
}
