import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../common/actor';
import { addDays, type Clock, dayOf } from '../../common/clock';
import { Forbidden, NotFound } from '../../common/errors';
import { formatWan } from '../../common/money';
import type { BriefView } from '../../events/brief/brief.schema';
import { BriefService } from '../../events/brief/brief.service';
import { SessionRepository } from '../../events/sessions/session.repository';
import { AllocationReader } from '../../plan/allocation-reader';
import type { PlanView } from '../../plan/plan.schema';
import { PlanService } from '../../plan/plan.service';
import { ProgressService } from '../../plan/progress/progress.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import type { SigningFile } from '../../signings/signing-file';
import { activityStates } from '../../taxonomy/plan.vocabulary';
import { amountKinds } from '../../taxonomy/signing.vocabulary';
import { oneKind } from './one-kind';
import { longDay } from './period';
import { type Cell, type Report, text } from './report';
import { SigningRows } from './signing-rows';

/** 单项活动: a form of one activity, from its invitations to what was counted of it. */
@Injectable()
export class ActivityReport {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly progress: ProgressService,
    private readonly allocations: AllocationReader,
    private readonly sessions: SessionRepository,
    private readonly briefs: BriefService,
    private readonly signings: SigningRows,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404 PLAN.ACTIVITY_NOT_FOUND; 403 REPORT.NOT_YOURS to the organiser of others; 422 REPORT.SAMPLE_MIX */
  async of(actor: Actor, code: string, number: number): Promise<Report> {
    const plan = await this.plans.get(actor, code);
    const activity = plan.activities.find((one) => one.number === number);
    if (!activity)
      throw new NotFound('PLAN.ACTIVITY_NOT_FOUND', 'The plan has no such activity', {
        params: { activity: number },
      });
    if (actor.role === 'organiser' && !actor.activityIds.includes(activity.id))
      throw new Forbidden('REPORT.NOT_YOURS', 'Others run this activity');
    const now = this.clock.now();
    const progress = await this.progress.of(actor, code);
    const counted = progress.activities.find((one) => one.number === number)?.subjects ?? 0;
    const promised = await this.promised(actor, plan, number);
    const { files, briefs } = await this.database.as(SYSTEM, async (tx) => {
      const days = await this.sessions.ofActivity(activity.id, tx);
      const made: BriefView[] = [];
      for (const session of days) made.push(await this.briefs.of(session, tx));
      return { files: await this.signings.of([activity.id], tx), briefs: made };
    });
    const sampleSet =
      files.length === 0 ? plan.sampleSet : oneKind(files.map(({ signing }) => signing.sampleSet));
    const sum = (valueOf: (brief: BriefView) => number) =>
      briefs.reduce((total, brief) => total + valueOf(brief), 0);
    const heldOn = activity.heldOn ?? briefs[0]?.session.heldOn ?? null;
    const undertakings = plan.undertakings.filter(({ activities }) => activities.includes(number));
    const rows: Cell[][] = [
      ['活动', `${number}. ${activity.name}（${activityStates.label(activity.state, 'zh-CN')}）`],
      ['时间地点', [heldOn && longDay(heldOn), activity.venue].filter(Boolean).join('，') || '—'],
      ['主办承办', [plan.issuer, ...undertakings.map((undertaking) => undertaking.text)].join('；')],
      [
        '邀请 / 回执 / 到会',
        `${sum((b) => b.invited)} / ${sum((b) => b.accepted + b.declined)} / ${sum((b) => b.arrived)}`,
      ],
      [
        '现场报名 / 换人 / 未到',
        `${sum((b) => b.walkIns)} / ${sum((b) => b.substitutes)} / ${sum((b) => b.absent)}`,
      ],
      ['需求 / 成果 / 人才', `${sum((b) => b.needs)} / ${sum((b) => b.projects)} / ${sum((b) => b.talents)}`],
      ['对接场次（安排 / 洽谈）', `${sum((b) => b.meetings)} / ${sum((b) => b.talks)}`],
      ['意向', sum((b) => b.intentions)],
      ['现场签约数与额', onSite(files.filter(({ signing }) => signing.onSite))],
      [
        '30天 / 90天新增签约',
        heldOn === null ? '—' : `${after(files, heldOn, 0, 30)} / ${after(files, heldOn, 30, 90)}`,
      ],
      ['承诺', promised || '—'],
      ['认定', `${counted}个主体`],
      [
        '问题',
        sum((b) => b.followUps.raised - b.followUps.answered) > 0
          ? `${sum((b) => b.followUps.raised - b.followUps.answered)}条回访未答复`
          : '',
      ],
    ];
    return {
      title: `${sampleSet === null ? '' : '【样例】'}${activity.name}情况表`,
      period: longDay(dayOf(now)),
      asOf: now.toISOString(),
      sampleSet,
      summary: [],
      tables: [{ name: '单项活动情况表', columns: [text('项目', 26), text('内容', 80)], rows }],
      notes: ['新增签约按合同日期计，不含现场签约；认定按活动归属台账计。'],
    };
  }

  /** Goals that are given to the activity: 承诺. */
  private async promised(actor: Actor, { code, targets }: PlanView, number: number): Promise<string> {
    const given: string[] = [];
    for (const { code: target, name, unit } of targets)
      for (const { activity, goal } of (await this.allocations.get(actor, { code, target })).allocations)
        if (activity === number) given.push(`${name}${goal}${unit}`);
    return given.join('；');
  }
}

function onSite(files: readonly SigningFile[]): string {
  const amounts = amountKinds.terms.flatMap(({ code, zh }) => {
    const yuan = files.reduce((sum, { signing }) => sum + (signing.amounts[code] ?? 0), 0);
    return yuan === 0 ? [] : [`${zh}${formatWan(yuan)}万元`];
  });
  return [`${files.length}个`, ...amounts].join('，');
}

/** Signings by contract more than `from` and at most `to` days after the activity, those made there left out. */
const after = (files: readonly SigningFile[], heldOn: string, from: number, to: number): number =>
  files.filter(({ signing: { onSite: atIt, contractOn } }) => {
    if (atIt || contractOn === null) return false;
    return contractOn > addDays(heldOn, from) && contractOn <= addDays(heldOn, to);
  }).length;
