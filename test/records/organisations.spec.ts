import { usccCheckCharacter } from '../../src/common/identifiers/uscc';
import type { OrganisationView } from '../../src/organisations/organisation.schema';
import { bodyOf, type ParkLife, startParkLife } from './park-life';

let life: ParkLife;
beforeAll(async () => {
  life = await startParkLife();
});
afterAll(() => life.server.close());

const codeFrom = (serial: number): string => {
  const first = `91140100MA0${String(serial).padStart(6, '0')}`;
  return first + usccCheckCharacter(first);
};
const input = (over: object = {}) => ({ name: '太原丙公司', kind: 'enterprise', region: 'in-park', ...over });

describe('an organisation', () => {
  it('is entered by an officer, its credit code read as people type it', async () => {
    const uscc = codeFrom(1);
    const typed = ` ${uscc.slice(0, 8).toLowerCase()}-${uscc.slice(8).toLowerCase()} `;
    const made = bodyOf<OrganisationView>(
      await life.officer.post('/organisations', input({ uscc: typed })).expect(201),
    );
    expect(made).toMatchObject({ uscc, version: 1, qualities: [], keyEnterprise: false });
    const taken = await life.foreignOfficer.post('/organisations', input({ uscc })).expect(409);
    expect(bodyOf(taken).code).toBe('ORGANISATION.USCC_TAKEN');
  });

  it('refuses a credit code whose check character is wrong', async () => {
    const uscc = codeFrom(2);
    const wrong = uscc.slice(0, 17) + (uscc.endsWith('0') ? '1' : '0');
    const refused = await life.officer.post('/organisations', input({ uscc: wrong })).expect(400);
    expect(bodyOf(refused).errors).toMatchObject([{ pointer: '/uscc', code: 'ORGANISATION.USCC' }]);
  });

  it('lets an enterprise state where it is, but not what it is taken for', async () => {
    const path = `/organisations/${life.enterprises[0]}`;
    const edited = bodyOf<OrganisationView>(
      await life.enterprise.patch(path, 1, { city: '大同' }).expect(200),
    );
    expect(edited).toMatchObject({ city: '大同', version: 2 });
    for (const judged of [{ keyEnterprise: true }, { qualities: ['high-tech'] }, { region: 'overseas' }])
      await life.enterprise.patch(path, 2, judged).expect(403);
    await life.foreignEnterprise.patch(path, 2, { city: '大同' }).expect(403);
    await life.auditor.patch(path, 2, { city: '大同' }).expect(403);
    await life.officer.patch(path, 1, { city: '太原' }).expect(412);
    await life.officer.patch(path, 2, { city: null, qualities: ['high-tech'] }).expect(200);
    expect(bodyOf<OrganisationView>(await life.officer.get(path).expect(200))).toMatchObject({
      city: null,
      qualities: ['high-tech'],
      version: 3,
    });
  });

  it('is known to officers of every park, and to an enterprise only as itself', async () => {
    const names = async (client: typeof life.officer) =>
      bodyOf<{ items: OrganisationView[] }>(await client.get('/organisations?q=公司').expect(200)).items.map(
        ({ id }) => id,
      );
    expect(await names(life.foreignOfficer)).toEqual(expect.arrayContaining(life.enterprises));
    expect(await names(life.enterprise)).toEqual([life.enterprises[0]]);
    await life.enterprise.get(`/organisations/${life.enterprises[1]}`).expect(404);
  });
});

describe('parks', () => {
  it('come in their order', async () => {
    const parks = bodyOf<unknown>(await life.enterprise.get('/parks').expect(200));
    expect(parks).toMatchObject([{ code: 'NO.1', city: '太原' }, { code: 'NO.2' }]);
  });
});
