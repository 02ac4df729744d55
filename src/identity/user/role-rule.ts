import type { FieldError } from '../../common/errors';
import type { UserRole } from './user.entity';

export interface Rights {
  role: UserRole;
  parkIds: readonly string[];
  activityIds: readonly string[];
  organisationId: string | null;
  personId: string | null;
  expiresOn: string | null;
}

const wrong = (pointer: string): FieldError => ({
  pointer,
  detail: 'This role needs this field, and no other role has it',
  code: 'USER.ROLE_NEEDS',
});

/** What in `rights` does not go with the role: where somebody works follows from what they are. */
export function roleMistakes(rights: Rights): FieldError[] {
  const { role } = rights;
  const inParks = role === 'officer' || role === 'park-lead';
  const isPerson = role === 'talent' || role === 'project-owner';
  return [
    ...(inParks === rights.parkIds.length > 0 ? [] : [wrong('/parkIds')]),
    ...((role === 'enterprise') === (rights.organisationId !== null) ? [] : [wrong('/organisationId')]),
    ...(role === 'organiser' || rights.activityIds.length === 0 ? [] : [wrong('/activityIds')]),
    ...(isPerson || rights.personId === null ? [] : [wrong('/personId')]),
    ...(role !== 'auditor' || rights.expiresOn !== null ? [] : [wrong('/expiresOn')]),
  ];
}
