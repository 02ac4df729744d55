import { getRouteApi } from '@tanstack/react-router';
import { RecordDetail } from './record-detail';

const route = getRouteApi('/shell/talents/$id');

export function TalentScreen() {
  return <RecordDetail kind="talents" id={route.useParams().id} />;
}
