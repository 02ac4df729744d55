import { getRouteApi } from '@tanstack/react-router';
import { RecordList } from './record-list';

const route = getRouteApi('/shell/talents');

export function TalentsScreen() {
  return <RecordList kind="talents" search={route.useSearch()} />;
}
