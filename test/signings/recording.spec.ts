import type { SigningView } from '../../src/signings/signing.view';
import { bodyOf } from '../records/park-life';
import { BINDING, type SigningDays, startSigningDays, step } from './signing-days';

let days: SigningDays;
beforeAll(async () => {
  days = await startSigningDays();
});
afterAll(() => days.server.close());

const record = (body: object) => days.officer.post('/signings', body);
const levels = (signing: SigningView) => signing.provenLevels.map(({ level }) => level);

describe('a signing of a match', () => {
  it('by contract takes the match to signed and names both sides', async () => {
    const match = await days.match();
    const signing = await days.signed({ match });
    expect(signing).toMatchObject({
      code: '签-2022-0001',
      level: 'signed',
      form: 'contract',
      state: 'park-check',
      contractOn: '2022-06-10',
      source: 'platform',
      park: 'NO.1',
      partyA: days.enterprises[0],
      partyB: days.enterprises[1],
      subjects: [
        {
          kind: 'project',
          name: '长寿命聚氨酯密封材料产业化',
          facts: { tags: ['3.1'], industrialisation: true },
        },
      ],
    });
    expect(levels(signing)).toEqual(['signed']);
    expect(await days.stageOf(match)).toBe('signed');
  });

  it('by intention takes it to agreed; the contract that follows, to signed', async () => {
    const match = await days.match();
    const letter = await days.paper({ kind: 'letter-of-intent' });
    const signing = await days.signed({ match, documents: [letter] });
    expect(signing).toMatchObject({ level: 'intention', contractOn: null });
    expect(await days.stageOf(match)).toBe('agreed');

    const answer = await step(days.officer, signing.id, signing.version, 'documents', await days.paper());
    expect(bodyOf<SigningView>(answer)).toMatchObject({ level: 'signed', form: 'contract' });
    expect(await days.stageOf(match)).toBe('signed');
  });

  it('needs papers that prove something, and a stage in which one signs', async () => {
    const match = await days.match();
    const unsealed = await days.paper({ particulars: ['parties'] });
    const photo = await days.paper({ kind: 'photo' });
    const body = { kind: 'project', title: '无效', match };
    for (const documents of [[unsealed], [photo]]) {
      const refused = await record({ ...body, documents }).expect(422);
      expect(bodyOf(refused).code).toBe('SIGNING.NOTHING_PROVED');
    }
    expect(await days.stageOf(match)).toBe('negotiating');

    const early = await days.match('shortlisted');
    const refused = await record({ ...body, match: early, documents: [await days.paper()] }).expect(409);
    expect(bodyOf(refused).code).toBe('MATCH.ILLEGAL_MOVE');
    const asTalent = await record({ ...body, kind: 'talent', documents: [await days.paper()] }).expect(422);
    expect(bodyOf(asTalent).code).toBe('SIGNING.WRONG_KIND');
  });

  it('is made once, however many sign it at a time', async () => {
    const match = await days.match();
    const bodies = await Promise.all(
      Array.from({ length: 20 }, async () => ({
        kind: 'project',
        title: '同时签约',
        match,
        documents: [await days.paper()],
      })),
    );
    const answers = await Promise.all(bodies.map((body) => record(body)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(19);
    const list = bodyOf<{ items: SigningView[] }>(await days.officer.get(`/signings?match=${match}`));
    expect(list.items).toHaveLength(1);
  });

  it('takes only files that are the caller’s and free', async () => {
    const used = await days.signed();
    const attachment = used.documents[0]?.attachment;
    const body = { kind: 'project', title: '借用', match: await days.match() };
    await record({ ...body, documents: [await days.paper({ attachment })] }).expect(409);
    const foreign = await days.file(days.foreignOfficer);
    await record({ ...body, documents: [await days.paper({ attachment: foreign })] }).expect(404);
  });
});

describe('a direct signing', () => {
  it('may be about an alliance, which is one however often it is named', async () => {
    const documents = async () => [await days.paper({ kind: 'founding-document', particulars: [] })];
    const body = { kind: 'alliance', title: '镁合金产业联盟', establishment: '镁合金产业联盟', park: 'NO.1' };
    const first = bodyOf<SigningView>(await record({ ...body, documents: await documents() }).expect(201));
    const second = bodyOf<SigningView>(await record({ ...body, documents: await documents() }).expect(201));
    expect(first).toMatchObject({ level: null, match: null, source: 'self-reported' });
    expect(second.subjects[0]?.subjectId).toBe(first.subjects[0]?.subjectId);
    expect(second.subjects[0]).toMatchObject({ kind: 'alliance', name: '镁合金产业联盟' });
  });

  it('may be about an enterprise, a project or a talent', async () => {
    const investment = () => days.paper({ kind: 'investment-agreement' });
    const enterprise = await record({
      kind: 'enterprise',
      title: '引入重点企业',
      partyB: days.enterprises[1],
      regionOfOrigin: 'outside-province',
      documents: [await investment()],
    }).expect(201);
    expect(bodyOf<SigningView>(enterprise).subjects).toMatchObject([
      {
        kind: 'organisation',
        subjectId: days.enterprises[1],
        facts: { keyEnterprise: false, regionOfOrigin: 'outside-province' },
      },
    ]);
    const project = await record({
      kind: 'project',
      title: '项目落地',
      project: await days.project(),
      documents: [await investment()],
    }).expect(201);
    expect(bodyOf<SigningView>(project)).toMatchObject({ level: 'signed', form: 'agreement' });
    const flexible = await days.paper({
      kind: 'flexible-agreement',
      particulars: ['seal', 'parties', 'task', 'term', 'days', 'pay'],
    });
    const talent = await record({
      kind: 'talent',
      title: '柔性引进',
      talent: await days.talent(),
      documents: [flexible],
    }).expect(201);
    expect(bodyOf<SigningView>(talent)).toMatchObject({
      form: 'flexible',
      subjects: [{ kind: 'person', name: '林晓峰', facts: { tier: 'phd-expert', engagement: 'flexible' } }],
    });
  });

  it('about something of the sample is part of the sample itself', async () => {
    const signing = await record({
      kind: 'project',
      title: '样例项目落地',
      project: await days.project('spring'),
      documents: [await days.paper({ kind: 'investment-agreement' })],
    }).expect(201);
    expect(bodyOf<SigningView>(signing).sampleSet).toBe('spring');
  });

  it('names what its kind is about, and nothing else', async () => {
    const documents = [await days.paper()];
    const wrong = async (body: object) => {
      const answer = await record({ title: '不符', documents, ...body }).expect(400);
      return bodyOf(answer).errors?.map(({ pointer }) => pointer);
    };
    expect(await wrong({ kind: 'project' })).toEqual(['/project']);
    expect(await wrong({ kind: 'alliance', project: await days.project() })).toEqual([
      '/project',
      '/establishment',
    ]);
    expect(await wrong({ kind: 'project', match: await days.match(), establishment: '某' })).toEqual([
      '/establishment',
    ]);
  });
});

describe('until it is confirmed', () => {
  it('a signing is edited and its papers are changed, by whoever saw its version', async () => {
    const signing = await days.signed();
    const edited = await days.officer
      .patch(`/signings/${signing.id}`, signing.version, {
        title: '密封件联合开发(修订)',
        regionOfOrigin: 'outside-city',
        amounts: { 'contract-value': 900_000 },
      })
      .expect(200);
    expect(bodyOf<SigningView>(edited)).toMatchObject({
      title: '密封件联合开发(修订)',
      subjects: [{ facts: { regionOfOrigin: 'outside-city' } }],
      countedAmounts: {},
    });
    await days.officer.patch(`/signings/${signing.id}`, signing.version, { title: '旧版本' }).expect(412);

    const registration = await days.paper({ kind: 'contract-registration', certifiedAmount: 800_000 });
    const added = bodyOf<SigningView>(
      await step(days.officer, signing.id, signing.version + 1, 'documents', registration).expect(201),
    );
    expect(added.countedAmounts).toEqual({ 'contract-value': 800_000 });
    const remove = (kind: string, version: number) =>
      days.officer
        .delete(
          `/signings/${signing.id}/documents/${added.documents.find((paper) => paper.kind === kind)?.id}`,
        )
        .set('If-Match', `"${version}"`);
    expect(bodyOf(await remove('technology-contract', added.version).expect(422)).code).toBe(
      'SIGNING.NOTHING_PROVED',
    );
    const removed = bodyOf<SigningView>(await remove('contract-registration', added.version).expect(200));
    expect(removed.documents.map(({ kind }) => kind)).toEqual(['technology-contract']);
  });

  it('each level says which papers it still wants', async () => {
    const { id, documents } = await days.signed({
      documents: [
        await days.paper({ kind: 'letter-of-intent' }),
        await days.paper({ particulars: ['seal'] }),
      ],
    });
    const answer = await days.officer.get(`/signings/${id}/requirements`).expect(200);
    const requirements = bodyOf<{ level: string }[]>(answer);
    expect(requirements.find(({ level }) => level === 'intention')).toMatchObject({
      proved: true,
      missing: [],
    });
    expect(requirements.find(({ level }) => level === 'signed')).toMatchObject({
      proved: false,
      unstated: [{ document: documents[1]?.id, particulars: BINDING.slice(1) }],
    });
    expect(requirements.find(({ level }) => level === 'settled')).toMatchObject({
      missing: [['lease'], ['rent-receipt', 'handover-record']],
    });
  });
});

it('refuses what no field is for, wrong types and hostile keys', async () => {
  const body = {
    kind: 'project',
    title: '密封件',
    match: await days.match(),
    documents: [await days.paper()],
  };
  for (const wrong of [
    { colour: 'red' },
    { title: ' ' },
    { title: 7 },
    { kind: 'marriage' },
    { amounts: { 'contract-value': 1.5 } },
    { amounts: { gold: 1 } },
    { amounts: { 'agreed-investment': 1, 'agreed-investment-outside': 2 } },
    { contractOn: '2022-02-30' },
    { documents: [] },
    { documents: [{ ...body.documents[0], level: 'signed' }] },
    { level: 'signed' },
  ])
    await record({ ...body, ...wrong }).expect(400);
  await days.officer.get('/signings?state=unknown').expect(400);
  await days.officer.get('/signings/not-an-id').expect(400);
});
