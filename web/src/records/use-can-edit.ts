import { useQuery } from '@tanstack/react-query';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import type { AnyRecord } from './kinds';

const EDITABLE = new Set(['draft', 'submitted', 'returned', 'published', 'engaged']);

/** Whether the reader may change the record; the server decides again. */
export function useCanEdit(record: AnyRecord): boolean {
  const user = useUser();
  const { data: parks = [] } = useQuery(parksQuery);
  if (record.disclosure !== 'full' || !EDITABLE.has(record.status)) return false;
  switch (user.role) {
    case 'manager':
      return true;
    case 'officer':
    case 'park-lead':
      return parks.some(({ id, code }) => code === record.park && user.parkIds.includes(id));
    case 'enterprise':
      return 'organisation' in record && record.organisation?.id === user.organisationId;
    default:
      return record.ownerUserId === user.id;
  }
}
