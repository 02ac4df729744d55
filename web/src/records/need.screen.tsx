import { getRouteApi } from '@tanstack/react-router';
import { RecordDetail } from './record-detail';

const route = getRouteApi('/shell/needs/$id');

export function NeedScreen() {
  return <RecordDetail kind="needs" id={route.useParams().id} />;
}
