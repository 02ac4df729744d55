import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../ui/loaded';
import { RecordForm } from './form/record-form';
import type { Kind } from './kinds';
import { recordQuery } from './records-query';

const newNeed = getRouteApi('/shell/needs/new');
const editNeed = getRouteApi('/shell/needs/$id/edit');
const editProject = getRouteApi('/shell/projects/$id/edit');
const editTalent = getRouteApi('/shell/talents/$id/edit');

export function NewNeedScreen() {
  const { kind } = newNeed.useSearch();
  return <RecordForm kind="needs" initial={kind && { kind }} />;
}
export const NewProjectScreen = () => <RecordForm kind="projects" />;
export const NewTalentScreen = () => <RecordForm kind="talents" />;

export const EditNeedScreen = () => <Edit kind="needs" id={editNeed.useParams().id} />;
export const EditProjectScreen = () => <Edit kind="projects" id={editProject.useParams().id} />;
export const EditTalentScreen = () => <Edit kind="talents" id={editTalent.useParams().id} />;

/** The form begins with the record as it is now and is not touched by later refreshes: what is typed must stay. */
function Edit({ kind, id }: { kind: Kind; id: string }) {
  const query = useQuery({ ...recordQuery(kind, id), refetchOnWindowFocus: false, staleTime: Infinity });
  return <Loaded query={query}>{(record) => <RecordForm key={id} kind={kind} record={record} />}</Loaded>;
}
