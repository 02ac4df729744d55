import { getRouteApi } from '@tanstack/react-router';
import { RecordList } from './record-list';

const route = getRouteApi('/shell/projects');

export function ProjectsScreen() {
  return <RecordList kind="projects" search={route.useSearch()} />;
}
