import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { RecordList } from './record-list';

const route = getRouteApi('/shell/projects');

export function ProjectsScreen() {
  const { say } = useMessages();
  const { role } = useUser();
  return (
    <RecordList
      kind="projects"
      search={route.useSearch()}
      actions={
        role !== 'auditor' && (
          <Link to="/projects/new">
            <Button type="primary" tabIndex={-1}>
              {say('records.new.projects')}
            </Button>
          </Link>
        )
      }
    />
  );
}
