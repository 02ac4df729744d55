import type { Type } from '@nestjs/common';
import { AttachmentService } from '../../src/attachments/attachment.service';
import { type Actor, SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { MatchEntity } from '../../src/matching/review/match.entity';
import { Database } from '../../src/platform/database/database';
import { ProjectService } from '../../src/projects/project.service';
import { createProject } from '../../src/projects/project.schema';
import { NeedService } from '../../src/needs/need.service';
import { createNeed } from '../../src/needs/need.schema';
import { ConfirmationService } from '../../src/signings/confirmation.service';
import { SigningsModule } from '../../src/signings/signings.module';
import type { SigningView } from '../../src/signings/signing.view';
import { createTalent } from '../../src/talent/talent.schema';
import { TalentService } from '../../src/talent/talent.service';
import type { MatchStage } from '../../src/taxonomy/match.vocabulary';
import type { Client } from '../support/test-app';
import { bodyOf, type ParkLife, startParkLife, technologyNeed } from '../records/park-life';

/** What a contract must state to bind. */
export const BINDING = ['seal', 'parties', 'content', 'term', 'amount'];

/** Two parks' life with matches that can be signed and files to sign with. */
export interface SigningDays extends ParkLife {
  database: Database;
  confirmations: ConfirmationService;
  managerActor: Actor;
  leadActor: Actor;
  /** A match of the first park's need with a project, at `stage`. */
  match(stage?: MatchStage): Promise<string>;
  project(sampleSet?: string): Promise<string>;
  talent(): Promise<string>;
  activity(): Promise<string>;
  stageOf(matchId: string): Promise<MatchStage>;
  /** A file that `client` uploaded. */
  file(client?: Client, personal?: boolean): Promise<string>;
  paper(over?: object): Promise<object>;
  /** A signing of a new match by a binding contract, recorded by the officer. */
  signed(over?: object): Promise<SigningView>;
  /** The same, passed by the lead. */
  checked(): Promise<SigningView>;
  confirmed(): Promise<SigningView>;
  read(id: string): Promise<SigningView>;
}

let files = 0;

/** The only activity of a plan of its own. */
export const newActivity = (database: Database): Promise<string> =>
  database.as(SYSTEM, async (tx) => {
    const [plan, track, id] = [newId(), newId(), newId()];
    await tx.query(
      `INSERT INTO plans (id, code, name, year, issuer, source, activities_stated, settings, themes, undertakings, notes)
       VALUES ($1, $2, '行动计划', 2022, '智创城', '文件', 1, '{}', '[]', '[]', '{}')`,
      [plan, plan.slice(-12)],
    );
    await tx.query(
      `INSERT INTO plan_tracks (id, plan_id, code, theme, name, ordinal) VALUES ($1, $2, 't', 'm', '赛道', 1)`,
      [track, plan],
    );
    await tx.query(
      `INSERT INTO activities (id, plan_id, track_id, number, name, state) VALUES ($1, $2, $3, 1, '峰会', 'held')`,
      [id, plan, track],
    );
    return id;
  });

export async function startSigningDays(
  feature: Type = SigningsModule,
  settings?: Record<string, string>,
): Promise<SigningDays> {
  const life = await startParkLife([feature], settings);
  const get = <T>(service: abstract new (...args: never[]) => T): T =>
    life.server.app.get<T>(service, { strict: false });
  const database = life.server.app.get(Database);
  const parkId = life.parks['NO.1'] as string;
  const actorOf = (client: Client, over: Partial<Actor>): Actor => ({
    ...SYSTEM,
    userId: client.userId,
    ...over,
  });
  const managerActor = actorOf(life.manager, { role: 'manager' });
  const leadActor = actorOf(life.lead, { role: 'park-lead', parkIds: [parkId] });
  const confirmations = get(ConfirmationService);

  const file: SigningDays['file'] = async (client = life.officer, personal = false) => {
    const upload = { fileName: '合同.pdf', mediaType: 'application/pdf', personal };
    const content = Buffer.from(`scan ${++files}`);
    const owner = actorOf(client, { role: 'officer' });
    return (await get(AttachmentService).upload(owner, { ...upload, content })).id;
  };
  const paper: SigningDays['paper'] = async (over = {}) => ({
    kind: 'technology-contract',
    attachment: await file(),
    datedOn: '2022-06-10',
    particulars: BINDING,
    ...over,
  });
  const project: SigningDays['project'] = async (sampleSet) => {
    const input = createProject.parse({
      park: 'NO.1',
      title: '长寿命聚氨酯密封材料产业化',
      text: '耐水解聚氨酯配方，已完成中试。',
      tags: ['3.1'],
      origin: 'university',
      industrialisation: true,
      organisation: life.enterprises[1],
    });
    return (await get(ProjectService).create(managerActor, input, { publish: true, sampleSet })).id;
  };
  const talent = async () => {
    const input = createTalent.parse({
      park: 'NO.1',
      name: '林晓峰',
      tier: 'phd-expert',
      degree: 'doctor',
      text: '从事高分子密封材料研究。',
      tags: ['3.1'],
    });
    return (await get(TalentService).create(managerActor, input, { publish: true })).id;
  };
  const match: SigningDays['match'] = async (stage = 'negotiating') => {
    const input = createNeed.parse(technologyNeed({ organisation: life.enterprises[0] }));
    const need = await get(NeedService).create(managerActor, input, { publish: true });
    const row: MatchEntity = {
      id: newId(),
      code: `配-${newId()}`,
      pairKind: 'tech-project',
      demandId: need.id,
      demandVersion: 1,
      demandParkId: parkId,
      demandOrganisationId: life.enterprises[0],
      supplyId: await project(),
      supplyVersion: 1,
      supplyParkId: parkId,
      supplyOrganisationId: life.enterprises[1],
      score: 0.8,
      parts: null,
      model: null,
      stage,
      resumeStage: null,
      version: 1,
      sharedOn: null,
      mergedInto: null,
      sampleSet: null,
      createdAt: new Date(),
      updatedAt: new Date(),
    };
    await database.as(SYSTEM, (tx) => tx.insert(MatchEntity, row));
    return row.id;
  };
  const activity = () => newActivity(database);
  const signed: SigningDays['signed'] = async (over = {}) => {
    const body = {
      kind: 'project',
      title: '密封件联合开发',
      match: await match(),
      documents: [await paper()],
    };
    return bodyOf<SigningView>(await life.officer.post('/signings', { ...body, ...over }).expect(201));
  };
  const checked = async () => {
    const { id, version } = await signed();
    return bodyOf<SigningView>(await step(life.lead, id, version, 'check', { decision: 'pass' }).expect(200));
  };
  const read = async (id: string) =>
    bodyOf<SigningView>(await life.manager.get(`/signings/${id}`).expect(200));
  return {
    ...life,
    database,
    confirmations,
    managerActor,
    leadActor,
    match,
    project,
    talent,
    activity,
    file,
    paper,
    signed,
    checked,
    read,
    confirmed: async () => {
      const { id, version } = await checked();
      await database.as(managerActor, (tx) => confirmations.confirm(managerActor, id, version, null, tx));
      return read(id);
    },
    stageOf: (id) => database.as(SYSTEM, async (tx) => (await tx.findOneByOrFail(MatchEntity, { id })).stage),
  };
}

/** POST :id/:name as somebody who has seen `version`. */
export const step = (client: Client, id: string, version: number, name: string, body: object = {}) =>
  client.post(`/signings/${id}/${name}`, body).set('If-Match', `"${version}"`);
