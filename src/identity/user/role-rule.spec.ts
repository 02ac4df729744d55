import { type Rights, roleMistakes } from './role-rule';

const none: Omit<Rights, 'role'> = {
  parkIds: [],
  activityIds: [],
  organisationId: null,
  personId: null,
  expiresOn: null,
};
const pointers = (rights: Rights) => roleMistakes(rights).map(({ pointer }) => pointer);

describe('the rights of a role', () => {
  it.each<Rights>([
    { ...none, role: 'manager' },
    { ...none, role: 'officer', parkIds: ['p'] },
    { ...none, role: 'enterprise', organisationId: 'o' },
    { ...none, role: 'organiser', activityIds: ['a'] },
    { ...none, role: 'auditor', expiresOn: '2022-12-31' },
    { ...none, role: 'talent', personId: 't' },
  ])('fit $role', (rights) => expect(pointers(rights)).toEqual([]));

  it.each<[Rights, string]>([
    [{ ...none, role: 'officer' }, '/parkIds'],
    [{ ...none, role: 'manager', parkIds: ['p'] }, '/parkIds'],
    [{ ...none, role: 'enterprise' }, '/organisationId'],
    [{ ...none, role: 'commission', organisationId: 'o' }, '/organisationId'],
    [{ ...none, role: 'auditor' }, '/expiresOn'],
    [{ ...none, role: 'manager', activityIds: ['a'] }, '/activityIds'],
    [{ ...none, role: 'manager', personId: 't' }, '/personId'],
  ])('of %o are refused at %s', (rights, pointer) => expect(pointers(rights)).toEqual([pointer]));
});
