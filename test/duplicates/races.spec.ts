import { days, endMerging, make, merge, sql, startMerging } from './merging-life';

beforeAll(startMerging, 60_000);
afterAll(endMerging);

describe('at the same time', () => {
  it('one of two merges across wins, and the other sees that', async () => {
    const [one, other] = [await make('need'), await make('need')];
    const answers = await Promise.all([merge('need', one, other), merge('need', other, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, expect.any(Number)]);
    expect([409, 412]).toContain(Math.max(...answers.map(({ status }) => status)));
  });

  it('an edit and a merge never both win unseen', async () => {
    for (let round = 0; round < 4; round++) {
      const [from, into] = [await make('need'), await make('need')];
      const [edit, merged] = await Promise.all([
        days.manager.patch(`/needs/${round % 2 ? from.id : into.id}`, 1, { title: '改过的' }),
        merge('need', from, into),
      ]);
      expect([edit.status, merged.status].filter((status) => status < 300)).toHaveLength(1);
    }
  });

  it('no signing is left on what was merged', async () => {
    for (let round = 0; round < 4; round++) {
      const [from, into] = [await make('project', {}, days.officer), await make('project', {}, days.officer)];
      const body = {
        kind: 'project',
        title: '同时',
        park: 'NO.1',
        project: from.id,
        documents: [await days.paper()],
      };
      const [signing, merged] = await Promise.all([
        days.officer.post('/signings', body),
        merge('project', from, into, {}, days.officer),
      ]);
      expect(merged.status).toBe(201);
      expect([201, 409]).toContain(signing.status);
      const left = await sql<object>('SELECT FROM signings WHERE project_id = $1', [from.id]);
      expect(left).toEqual([]);
    }
  });
});
