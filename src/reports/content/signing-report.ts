import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import type { Locale } from '../../common/locale';
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
import { oneKind, sampleMark } from './one-kind';
import { longDay } from './period';
import { type Cell, type Column, count, day, inWan, money, type Report, text } from './report';
import { type Say, sayIn } from './say';
import { SigningRows } from './signing-rows';

/** Which signings: all of the plan that the actor may see, of an activity, or those behind a target's number. */
export interface SigningChoice {
  activity?: number;
  target?: string;
}

const columns = (say: Say, locale: Locale): Column[] => [
  count(say('序号', 'No.'), 6),
  text(say('编号', 'Code'), 16),
  text(say('名称', 'Name'), 30),
  text(say('类别', 'Kind'), 8),
  text(say('协议层级', 'Level of agreement'), 14),
  text(say('状态', 'State'), 10),
  text(say('甲方', 'Party A'), 24),
  text(say('甲方信用代码', 'Credit code of A'), 22),
  text(say('乙方', 'Party B'), 24),
  text(say('乙方信用代码', 'Credit code of B'), 22),
  text(say('来源地', 'Origin'), 10),
  text(say('行业', 'Industry'), 18),
  ...amountKinds.codes.map((kind) => money(inWan(amountKinds.label(kind, locale), say))),
  day(say('合同日期', 'Contract date')),
  text(say('活动', 'Activity'), 24),
  text(say('现场签约', 'Signed on site'), 8),
  text(say('园区', 'Park'), 8),
  text(say('落地进度', 'Milestones'), 24),
  text(say('计入指标', 'Counts for'), 16),
  text(say('材料清单', 'Papers'), 36),
  text(say('初审人/日期', 'Checked by, on'), 18),
  text(say('认定人/日期', 'Confirmed by, on'), 18),
  text(say('来源', 'Source'), 10),
  count(say('主体数', 'Subjects'), 8),
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
  async of(actor: Actor, code: string, choice: SigningChoice, locale: Locale): Promise<Report> {
    const say = sayIn(locale);
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
        ...rowOf(file, names, locale, {
          activity: activityNames.get(file.signing.activityId ?? '') ?? '',
          targets: countsFor(file.signing.id),
        }),
        subjectsOf(file, targetsOf(file.signing.id), choice.target),
      ]);
      const now = this.clock.now();
      return {
        locale,
        title: `${sampleMark(sampleSet, say)}${plan.name}${say('签约汇总表', ' signings')}`,
        period: [
          longDay(dayOf(now), locale),
          ...(choice.target === undefined
            ? []
            : [say(`计入指标 ${choice.target}`, `counted for ${choice.target}`)]),
        ].join('\u3000'),
        asOf: now.toISOString(),
        sampleSet,
        summary: [],
        tables: [{ name: say('签约汇总表', 'Signings'), columns: columns(say, locale), rows }],
        notes: [
          say(
            '金额为材料可计的数额；合同成交额、技术交易额按登记证明的核定额。作废的签约不列。',
            'Amounts as far as the papers let them count; contract and technology values as registered. Void signings are left out.',
          ),
        ],
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
  locale: Locale,
  { activity, targets }: { activity: string; targets: readonly string[] },
): Cell[] {
  const say = sayIn(locale);
  const partyA = parties.get(signing.partyAOrganisationId ?? '');
  const partyB = parties.get(signing.partyBOrganisationId ?? '');
  const industry = partyB?.industry ?? partyA?.industry ?? '';
  const level = signing.level === null ? '' : levels.label(signing.level, locale);
  const form =
    signing.form === null ? '' : say('（', ' (') + signingForms.label(signing.form, locale) + say('）', ')');
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
    signingKinds.label(signing.kind, locale),
    level + form,
    confirmationStates.label(signing.state, locale),
    partyA?.name ?? '',
    partyA?.uscc ?? '',
    partyB?.name ?? '',
    partyB?.uscc ?? '',
    signing.regionOfOrigin === null ? '' : regions.label(signing.regionOfOrigin, locale),
    economicClassLabel(industry, locale) ?? '',
    ...amountKinds.codes.map((kind) => countedAmounts[kind] ?? null),
    signing.contractOn,
    activity,
    signing.onSite ? say('是', 'yes') : '',
    parks.get(signing.parkId) ?? '',
    [...milestones].map(([code, on]) => `${levels.label(code, locale)} ${on}`).join(say('；', '; ')),
    targets.join(say('、', ', ')),
    [...papers]
      .map(([kind, same]) => documentKinds.label(kind, locale) + (same.length > 1 ? `×${same.length}` : ''))
      .join(say('、', ', ')),
    by(signing.checkedBy, signing.checkedAt),
    by(signing.confirmedBy, signing.confirmedAt),
    signingSources.label(signing.source, locale),
  ];
}
