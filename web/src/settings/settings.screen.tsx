import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { MessageKey } from '../i18n/i18n';
import { useMessages } from '../i18n/use-messages';
import { type Role, useUser } from '../session/session';
import { Page } from '../ui/page';
import { Tabs } from '../ui/tabs';
import { Jobs } from './jobs';
import { Keys } from './keys';
import { Parks } from './parks';
import { Users } from './users';
import { VocabularyTables } from './vocabulary-tables';
import { Weights } from './weights';

const route = getRouteApi('/shell/settings');

const STAFF: readonly Role[] = ['manager', 'park-lead', 'officer'];
const EVERYBODY: readonly Role[] = [...STAFF, 'auditor'];

/** What can be set, and by whom. */
const TABS: readonly { key: string; label: MessageKey; roles: readonly Role[]; Content: ComponentType }[] = [
  { key: 'users', label: 'settings.users', roles: ['manager'], Content: Users },
  { key: 'parks', label: 'settings.parks', roles: EVERYBODY, Content: Parks },
  { key: 'weights', label: 'setup.weights', roles: ['manager', 'auditor'], Content: Weights },
  { key: 'jobs', label: 'jobs.title', roles: ['manager'], Content: Jobs },
  { key: 'keys', label: 'settings.keys', roles: STAFF, Content: Keys },
  { key: 'vocabularies', label: 'setup.vocabularies', roles: EVERYBODY, Content: VocabularyTables },
];

export function SettingsScreen() {
  const { say } = useMessages();
  const { role } = useUser();
  const { tab } = route.useSearch();
  const tabs = TABS.filter(({ roles }) => roles.includes(role));
  const open = tabs.find(({ key }) => key === tab) ?? tabs[0];
  return (
    <Page title={say('nav.settings')}>
      <Tabs name={say('nav.settings')}>
        {tabs.map(({ key, label }) => (
          <Link
            key={key}
            to="/settings"
            search={{ tab: key }}
            replace
            aria-current={key === open?.key ? 'page' : undefined}
          >
            {say(label)}
          </Link>
        ))}
      </Tabs>
      {open && <open.Content />}
    </Page>
  );
}
