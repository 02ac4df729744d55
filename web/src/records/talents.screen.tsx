import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { RecordList } from './record-list';

const route = getRouteApi('/shell/talents');

export function TalentsScreen() {
  const { say } = useMessages();
  const { role } = useUser();
  return (
    <RecordList
      kind="talents"
      search={route.useSearch()}
      actions={
        role !== 'auditor' && (
          <Link to="/talents/new">
            <Button type="primary" tabIndex={-1}>
              {say('records.new.talents')}
            </Button>
          </Link>
        )
      }
    />
  );
}
