import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { RecordList } from './record-list';

const route = getRouteApi('/shell/needs');

export function NeedsScreen() {
  const { say } = useMessages();
  const { role } = useUser();
  return (
    <RecordList
      kind="needs"
      search={route.useSearch()}
      actions={
        role !== 'auditor' && (
          <Link to="/needs/new">
            <Button type="primary" tabIndex={-1}>
              {say('need.new')}
            </Button>
          </Link>
        )
      }
    />
  );
}
