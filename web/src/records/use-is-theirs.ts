import { useQuery } from '@tanstack/react-query';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import type { AnyRecord } from './kinds';

const EDITABLE = new Set(['draft', 'submitted', 'returned', 'published', 'engaged']);

/** Whether the record is the reader's to work with: of their park, of their organisation, or their own. */
export function useIsTheirs(record: AnyRecord): boolean {
  const user = useUser();
  const { data: parks = [] } = useQuery(parksQuery);
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

/** Whether what the record of theirs says may be changed where it stands; the server decides again. */
export const mayChange = ({ disclosure, status }: AnyRecord): boolean =>
  disclosure === 'full' && EDITABLE.has(status);
