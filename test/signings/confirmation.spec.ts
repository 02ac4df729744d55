import type { EntityManager } from 'typeorm';
import { DomainError } from '../../src/common/errors';
import { MilestoneService } from '../../src/signings/milestone.service';
import type { NewMilestone } from '../../src/signings/milestone.schema';
import { SigningService } from '../../src/signings/signing.service';
import type { SigningActView, SigningView } from '../../src/signings/signing.view';
import { bodyOf } from '../records/park-life';
import { type SigningDays, startSigningDays, step } from './signing-days';

let days: SigningDays;
beforeAll(async () => {
  days = await startSigningDays();
});
afterAll(() => days.server.close());

const asManager = <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> =>
  days.database.as(days.managerActor, work);
/** The code and status of the refusal that `work` ends in. */
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? `${error.status} ${error.code}` : String(error)),
  );
const confirm = ({ id, version }: SigningView, actor = days.managerActor) =>
  days.database.as(actor, (tx) => days.confirmations.confirm(actor, id, version, null, tx));
const revoke = ({ id, version }: SigningView) =>
  asManager((tx) => days.confirmations.revoke(days.managerActor, id, version, '材料不实', tx));
const voidContract = ({ id, version }: SigningView) =>
  asManager((tx) => days.confirmations.void(days.managerActor, id, version, '合同解除', tx));
const check = (signing: SigningView, body: object, client = days.lead) =>
  step(client, signing.id, signing.version, 'check', body);

describe('the first check', () => {
  it('is made by the lead of the park and nobody else', async () => {
    const signing = await days.signed();
    await check(signing, { decision: 'pass' }, days.officer).expect(403);
    await check(signing, { decision: 'pass' }, days.manager).expect(403);
    const foreignLead = await days.server.signIn({
      role: 'park-lead',
      parkIds: [days.parks['NO.2'] as string],
    });
    await check(signing, { decision: 'pass' }, foreignLead).expect(404);
    const passed = bodyOf<SigningView>(await check(signing, { decision: 'pass' }).expect(200));
    expect(passed).toMatchObject({ state: 'platform-check', checkedBy: days.lead.userId });
    await check(signing, { decision: 'pass' }).expect(412);
    expect(bodyOf(await check(passed, { decision: 'pass' }).expect(409)).code).toBe('SIGNING.ILLEGAL_STEP');
  });

  it('returns a signing with the papers ticked; it comes back by resubmitting', async () => {
    const signing = await days.signed();
    await check(signing, { decision: 'return' }).expect(400);
    const returned = bodyOf<SigningView>(
      await check(signing, { decision: 'return', missing: ['contract-registration'] }).expect(200),
    );
    expect(returned.state).toBe('returned');
    const added = bodyOf<SigningView>(
      await step(
        days.officer,
        returned.id,
        returned.version,
        'documents',
        await days.paper({ kind: 'contract-registration', certifiedAmount: 1 }),
      ).expect(201),
    );
    expect(added.state).toBe('returned');
    await step(days.officer, added.id, added.version, 'resubmit').expect(200);
    const history = bodyOf<SigningActView[]>(await days.officer.get(`/signings/${signing.id}/history`));
    expect(history.map(({ action, state }) => [action, state])).toEqual([
      ['record', 'park-check'],
      ['return', 'returned'],
      ['add-paper', 'returned'],
      ['resubmit', 'park-check'],
    ]);
    expect(history[1]).toMatchObject({ missing: ['contract-registration'], actedBy: days.lead.userId });
  });

  it('holds only for what the lead saw', async () => {
    const checked = await days.checked();
    const changed = await days.officer.patch(`/signings/${checked.id}`, checked.version, {
      title: '另一标题',
    });
    expect(bodyOf<SigningView>(changed)).toMatchObject({ state: 'park-check', checkedBy: null });
  });

  it('refuses for good: the match may be signed anew', async () => {
    const match = await days.match();
    const signing = await days.signed({ match });
    await check(signing, { decision: 'refuse', note: '重复' }).expect(200);
    expect(await days.stageOf(match)).toBe('signed');
    const again = await days.signed({ match });
    expect(again.id).not.toBe(signing.id);
  });
});

describe('the confirmation', () => {
  it('is the platform’s, by another person than the check', async () => {
    const checked = await days.checked();
    expect(await refusalOf(confirm(checked, days.leadActor))).toBe('403 SIGNING.NOT_YOURS');
    const promoted = { ...days.managerActor, userId: days.leadActor.userId };
    expect(await refusalOf(confirm(checked, promoted))).toBe('409 SIGNING.SAME_PERSON');
    await confirm(checked);
    expect(await days.read(checked.id)).toMatchObject({
      state: 'confirmed',
      confirmedBy: days.manager.userId,
      version: checked.version + 1,
    });
    expect(await refusalOf(confirm(checked))).toBe('412 HTTP.STALE');
  });

  it('by one person alone is refused by the database too', async () => {
    const { id } = await days.checked();
    const alone = asManager((tx) =>
      tx.query(`UPDATE signings SET confirmed_by = checked_by, confirmed_at = now() WHERE id = $1`, [id]),
    );
    await expect(alone).rejects.toThrow('signings_two_people');
  });

  it('happens once, however many confirm at a time', async () => {
    const checked = await days.checked();
    const results = await Promise.all(Array.from({ length: 8 }, () => refusalOf(confirm(checked))));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
    expect(new Set(results)).toEqual(new Set(['done', '412 HTTP.STALE']));
  });

  it('freezes what targets read of the subject', async () => {
    const { id, subjects, project } = await days.confirmed();
    const record = bodyOf<{ version: number }>(await days.manager.get(`/projects/${project}`));
    await days.manager.patch(`/projects/${project}`, record.version, { tags: ['2.1'] }).expect(200);
    expect((await days.read(id)).subjects[0]?.facts).toEqual(subjects[0]?.facts);
  });

  it('is of what the project is on that day, not when it was recorded', async () => {
    const checked = await days.checked();
    const record = bodyOf<{ version: number }>(await days.manager.get(`/projects/${checked.project}`));
    await days.manager.patch(`/projects/${checked.project}`, record.version, { tags: ['2.1'] }).expect(200);
    await confirm(checked);
    expect((await days.read(checked.id)).subjects[0]?.facts.tags).toEqual(['2.1']);
  });

  it('leaves room for papers that change nothing counted', async () => {
    const signing = await days.confirmed();
    const photo = await days.paper({ kind: 'photo' });
    const added = bodyOf<SigningView>(
      await step(days.officer, signing.id, signing.version, 'documents', photo).expect(201),
    );
    expect(added.state).toBe('confirmed');
    const earlier = await days.paper({ datedOn: '2022-01-01' });
    const refused = await step(days.officer, signing.id, added.version, 'documents', earlier).expect(409);
    expect(bodyOf(refused).code).toBe('SIGNING.CONFIRMED');
    await days.officer.patch(`/signings/${signing.id}`, added.version, { title: '改' }).expect(409);
  });

  it('of an intention ends when the contract comes', async () => {
    const letter = await days.paper({ kind: 'letter-of-intent' });
    const signing = await days.signed({ documents: [letter] });
    const checked = bodyOf<SigningView>(await check(signing, { decision: 'pass' }).expect(200));
    await confirm(checked);
    const answer = await step(
      days.officer,
      signing.id,
      checked.version + 1,
      'documents',
      await days.paper(),
    ).expect(201);
    expect(bodyOf<SigningView>(answer)).toMatchObject({
      level: 'signed',
      state: 'park-check',
      confirmedBy: null,
    });
  });
});

describe('after the confirmation', () => {
  it('withdrawing it leaves the match signed, and signing anew makes a new signing', async () => {
    const signing = await days.confirmed();
    await revoke(signing);
    expect((await days.read(signing.id)).state).toBe('revoked');
    const match = signing.match as string;
    expect(await days.stageOf(match)).toBe('signed');
    const again = await days.signed({ match });
    expect(again).toMatchObject({ state: 'park-check', match });
    const third = await days.officer.post('/signings', {
      kind: 'project',
      title: '第三份',
      match,
      documents: [await days.paper()],
    });
    expect(bodyOf(third).code).toBe('SIGNING.MATCH_SIGNED');
  });

  it('a void contract terminates the match, unless a later signing stands', async () => {
    const signing = await days.confirmed();
    await voidContract(signing);
    expect(await days.stageOf(signing.match as string)).toBe('terminated');
    expect(await days.read(signing.id)).toMatchObject({ voidReason: '合同解除', state: 'confirmed' });

    const first = await days.confirmed();
    await revoke(first);
    await days.signed({ match: first.match });
    await voidContract(await days.read(first.id));
    expect(await days.stageOf(first.match as string)).toBe('signed');
  });

  it('milestones come with day and proof, each once', async () => {
    const signing = await days.confirmed();
    const milestones = days.server.app.get(MilestoneService, { strict: false });
    const version = async () => (await days.read(signing.id)).version;
    const add = async (input: NewMilestone) => {
      const seen = await version();
      return asManager((tx) => milestones.add(days.managerActor, signing.id, seen, input, tx));
    };
    const contract = signing.documents[0]?.id as string;
    const registered: NewMilestone = {
      level: 'registered',
      reachedOn: '2022-06-12',
      documentIds: [contract],
    };
    expect(await refusalOf(add(registered))).toBe('422 SIGNING.MILESTONE_UNPROVED');
    const licence = await days.paper({ kind: 'business-licence', particulars: [] });
    const added = bodyOf<SigningView>(
      await step(days.officer, signing.id, await version(), 'documents', licence).expect(201),
    );
    const documentIds = added.documents.filter(({ kind }) => kind === 'business-licence').map(({ id }) => id);
    expect(await refusalOf(add({ ...registered, documentIds, reachedOn: '2022-06-16' }))).toBe(
      '422 SIGNING.FUTURE_DAY',
    );
    expect(await refusalOf(add({ ...registered, documentIds, level: 'on-board' }))).toBe(
      '422 SIGNING.MILESTONE_OF_OTHER_KIND',
    );
    const milestone = await add({ ...registered, documentIds });
    expect(await refusalOf(add({ ...registered, documentIds }))).toBe('409 SIGNING.MILESTONE_EXISTS');

    const crediting = () =>
      asManager((tx) =>
        days.server.app.get(SigningService, { strict: false }).getForCrediting(signing.id, tx),
      );
    expect((await crediting()).provenLevels).toMatchObject([
      { level: 'signed', on: '2022-06-10', documentIds: [contract] },
      { level: 'registered', on: '2022-06-12', documentIds },
    ]);
    const seen = await version();
    await asManager((tx) =>
      milestones.withdraw(
        days.managerActor,
        signing.id,
        seen,
        { milestoneId: milestone.id, reason: '执照有误' },
        tx,
      ),
    );
    expect((await crediting()).provenLevels.map(({ level }) => level)).toEqual(['signed']);
    await expect(add({ ...registered, documentIds })).resolves.toBeDefined();
  });
});
