import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { groupBy } from '../../common/group-by';
import { UserService } from '../../identity/user/user.service';
import { OrganisationService } from '../../organisations/organisation.service';
import { ParkService } from '../../organisations/park.service';
import { CreditRepository } from '../../plan/crediting/credit.repository';
import { PlanService } from '../../plan/plan.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import type { SigningFile } from '../../signings/signing-file';
import { documentKinds } from '../../taxonomy/document.vocabulary';
import { economicClassLabel } from '../../taxonomy/gbt4754';
import { regions } from '../../taxonomy/organisation.vocabulary';
import {
  amountKinds,
  confirmationStates,
  levels,
  signingForms,
  signingKinds,
  signingSources,
} from '../../taxonomy/signing.vocabulary';
import { oneKind } from './one-kind';
import { longDay } from './period';
import { type Cell, type Column, count, day, money, type Report, text } from './report';
import { SigningRows } from './signing-rows';

/** Which signings: all of the plan that the actor may see, of an activity, or those behind a target's number. */
export interface SigningChoice {
  activity?: number;
  target?: string;
}

const COLUMNS: Column[] = [
  count('序号', 6),
  text('编号', 16),
  text('名称', 30),
  text('类别', 8),
  text('协议层级', 14),
  text('状态', 10),
  text('甲方', 24),
  text('甲方信用代码', 22),
  text('乙方', 24),
  text('乙方信用代码', 22),
  text('来源地', 10),
  text('行业', 18),
  ...amountKinds.terms.map(({ zh }) => money(zh)),
  day('合同日期'),
  text('活动', 24),
  text('现场签约', 8),
  text('园区', 8),
  text('落地进度', 24),
  text('计入指标', 16),
  text('材料清单', 36),
  text('初审人/日期', 18),
  text('认定人/日期', 18),
  text('来源', 10),
  count('主体数', 8),
];

/** A target that a signing counts for, and with how many subjects. */
interface Credited {
  code: string;
  subjects: number;
}

/** 签约汇总表 */
@Injectable()
export class SigningReport {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly signings: SigningRows,
    private readonly credits: CreditRepository,
    private readonly organisations: OrganisationService,
    private readonly parks: ParkService,
    private readonly users: UserService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Signings as the actor may see them. @throws 404; 422 REPORT.SAMPLE_MIX */
  async of(actor: Actor, code: string, choice: SigningChoice): Promise<Report> {
    const plan = await this.plans.get(actor, code);
    const chosen = plan.activities.filter(
      ({ number }) => choice.activity === undefined || number === choice.activity,
    );
    return this.database.as(actor, async (tx) => {
      const all = await this.signings.of(
        chosen.map(({ id }) => id),
        tx,
      );
      const targetsOf = await this.targetsOf(plan, tx);
      const countsFor = (signingId: string) => targetsOf(signingId).map(({ code: target }) => target);
      const files = all.filter(
        ({ signing }) => choice.target === undefined || countsFor(signing.id).includes(choice.target),
      );
      const sampleSet =
        files.length === 0 ? plan.sampleSet : oneKind(files.map(({ signing }) => signing.sampleSet));
      const names = await this.names(files, tx);
      const activityNames = new Map(plan.activities.map(({ id, name }) => [id, name]));
      const rows = files.map((file, at) => [
        at + 1,
        ...rowOf(file, names, {
          activity: activityNames.get(file.signing.activityId ?? '') ?? '',
          targets: countsFor(file.signing.id),
        }),
        subjectsOf(file, targetsOf(file.signing.id), choice.target),
      ]);
      const now = this.clock.now();
      return {
        title: `${sampleSet === null ? '' : '【样例】'}${plan.name}签约汇总表`,
        period: `${longDay(dayOf(now))}${choice.target === undefined ? '' : `\u3000计入指标 ${choice.target}`}`,
        asOf: now.toISOString(),
        sampleSet,
        summary: [],
        tables: [{ name: '签约汇总表', columns: COLUMNS, rows }],
        notes: ['金额为材料可计的数额；合同成交额、技术交易额按登记证明的核定额。作废的签约不列。'],
      };
    });
  }

  /** Codes of the targets that each signing counts for, of those credits that the transaction's actor may see. */
  private async targetsOf(
    plan: { id: string; targets: readonly { id: string; code: string }[] },
    tx: EntityManager,
  ): Promise<(signingId: string) => Credited[]> {
    const codes = new Map(plan.targets.map(({ id, code }) => [id, code]));
    const standing = (await this.credits.standingInPlan(plan.id, tx)).filter(({ counts }) => counts);
    const bySigning = groupBy(standing, ({ signingId }) => signingId);
    return (signingId) => {
      const own = groupBy(bySigning.get(signingId) ?? [], ({ targetId }) => targetId);
      return [...own].map(([targetId, credits]) => ({
        code: codes.get(targetId) ?? '',
        subjects: new Set(credits.map(({ countedId }) => countedId)).size,
      }));
    };
  }

  private async names(files: readonly SigningFile[], tx: EntityManager): Promise<Names> {
    const signings = files.map(({ signing }) => signing);
    const parties = signings.flatMap((signing) => [
      signing.partyAOrganisationId ?? [],
      signing.partyBOrganisationId ?? [],
    ]);
    const people = signings.flatMap(({ checkedBy, confirmedBy }) => [checkedBy ?? [], confirmedBy ?? []]);
    const organisations = await this.organisations.findAll(parties.flat(), tx);
    return {
      parties: new Map(organisations.map((organisation) => [organisation.id, organisation])),
      parks: new Map((await this.parks.list(tx)).map(({ id, code }) => [id, code])),
      people: await this.users.namesOf(people.flat(), tx),
    };
  }
}

/** Subjects of the signing; those counted for the target where one is chosen, so that the column adds up to its number. */
const subjectsOf = ({ subjects }: SigningFile, credited: readonly Credited[], target?: string): number =>
  target === undefined ? subjects.length : (credited.find(({ code }) => code === target)?.subjects ?? 0);

interface Names {
  parties: ReadonlyMap<string, { name: string; uscc: string | null; industry: string | null }>;
  parks: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
}

function rowOf(
  { signing, documents, provenLevels, countedAmounts }: SigningFile,
  { parties, parks, people }: Names,
  { activity, targets }: { activity: string; targets: readonly string[] },
): Cell[] {
  const partyA = parties.get(signing.partyAOrganisationId ?? '');
  const partyB = parties.get(signing.partyBOrganisationId ?? '');
  const industry = partyB?.industry ?? partyA?.industry ?? '';
  const level = signing.level === null ? '' : levels.label(signing.level, 'zh-CN');
  const form = signing.form === null ? '' : `（${signingForms.label(signing.form, 'zh-CN')}）`;
  const by = (userId: string | null, at: Date | null) =>
    at === null ? '' : [people.get(userId ?? '') ?? '', dayOf(at)].filter(Boolean).join(' ');
  const milestones = new Map(
    provenLevels
      .filter((proven) => levels.get(proven.level).milestone)
      .map(({ level: code, on }) => [code, on]),
  );
  const papers = groupBy(documents, ({ kind }) => kind);
  return [
    signing.code,
    signing.title,
    signingKinds.label(signing.kind, 'zh-CN'),
    level + form,
    confirmationStates.label(signing.state, 'zh-CN'),
    partyA?.name ?? '',
    partyA?.uscc ?? '',
    partyB?.name ?? '',
    partyB?.uscc ?? '',
    signing.regionOfOrigin === null ? '' : regions.label(signing.regionOfOrigin, 'zh-CN'),
    economicClassLabel(industry, 'zh-CN') ?? '',
    ...amountKinds.codes.map((kind) => countedAmounts[kind] ?? null),
    signing.contractOn,
    activity,
    signing.onSite ? '是' : '',
    parks.get(signing.parkId) ?? '',
    [...milestones].map(([code, on]) => `${levels.label(code, 'zh-CN')} ${on}`).join('；'),
    targets.join('、'),
    [...papers]
      .map(([kind, same]) => documentKinds.label(kind, 'zh-CN') + (same.length > 1 ? `×${same.length}` : ''))
      .join('、'),
    by(signing.checkedBy, signing.checkedAt),
    by(signing.confirmedBy, signing.confirmedAt),
    signingSources.label(signing.source, 'zh-CN'),
  ];
}
