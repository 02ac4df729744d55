import { getRouteApi } from '@tanstack/react-router';
import { RecordDetail } from './record-detail';

const route = getRouteApi('/shell/projects/$id');

export function ProjectScreen() {
  return <RecordDetail kind="projects" id={route.useParams().id} />;
}
