import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../common/actor';
import { addDays, type Clock, dayOf } from '../../common/clock';
import { Forbidden, NotFound } from '../../common/errors';
import type { Locale } from '../../common/locale';
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
import { oneKind, sampleMark } from './one-kind';
import { longDay } from './period';
import { type Cell, type Report, text } from './report';
import { type Say, sayIn } from './say';
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
  async of(actor: Actor, code: string, number: number, locale: Locale): Promise<Report> {
    const say = sayIn(locale);
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
    const promised = await this.promised(actor, plan, number, say);
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
    const unanswered = sum((b) => b.followUps.raised - b.followUps.answered);
    const rows: Cell[][] = [
      [
        say('活动', 'Activity'),
        `${number}. ${activity.name}${say('（', ' (')}${activityStates.label(activity.state, locale)}${say('）', ')')}`,
      ],
      [
        say('时间地点', 'When and where'),
        [heldOn && longDay(heldOn, locale), activity.venue].filter(Boolean).join(say('，', ', ')) || '—',
      ],
      [
        say('主办承办', 'Host and organisers'),
        [plan.issuer, ...undertakings.map((undertaking) => undertaking.text)].join(say('；', '; ')),
      ],
      [
        say('邀请 / 回执 / 到会', 'Invited / replied / arrived'),
        `${sum((b) => b.invited)} / ${sum((b) => b.accepted + b.declined)} / ${sum((b) => b.arrived)}`,
      ],
      [
        say('现场报名 / 换人 / 未到', 'Walk-ins / substitutes / absent'),
        `${sum((b) => b.walkIns)} / ${sum((b) => b.substitutes)} / ${sum((b) => b.absent)}`,
      ],
      [
        say('需求 / 成果 / 人才', 'Needs / projects / talents'),
        `${sum((b) => b.needs)} / ${sum((b) => b.projects)} / ${sum((b) => b.talents)}`,
      ],
      [
        say('对接场次（安排 / 洽谈）', 'Meetings (planned / held)'),
        `${sum((b) => b.meetings)} / ${sum((b) => b.talks)}`,
      ],
      [say('意向', 'With interest'), sum((b) => b.intentions)],
      [
        say('现场签约数与额', 'Signed on site, number and amounts'),
        onSite(
          files.filter(({ signing }) => signing.onSite),
          locale,
        ),
      ],
      [
        say('30天 / 90天新增签约', 'Signed within 30 / 90 days after'),
        heldOn === null ? '—' : `${after(files, heldOn, 0, 30)} / ${after(files, heldOn, 30, 90)}`,
      ],
      [say('承诺', 'Promised'), promised || '—'],
      [say('认定', 'Confirmed'), say(`${counted}个主体`, `${counted} subjects`)],
      [
        say('问题', 'Problem'),
        unanswered > 0 ? say(`${unanswered}条回访未答复`, `${unanswered} follow-ups without an answer`) : '',
      ],
    ];
    return {
      locale,
      title: `${sampleMark(sampleSet, say)}${activity.name}${say('情况表', ' in figures')}`,
      period: longDay(dayOf(now), locale),
      asOf: now.toISOString(),
      sampleSet,
      summary: [],
      tables: [
        {
          name: say('单项活动情况表', 'Activity'),
          columns: [text(say('项目', 'Item'), 26), text(say('内容', 'Content'), 80)],
          rows,
        },
      ],
      notes: [
        say(
          '新增签约按合同日期计，不含现场签约；认定按活动归属台账计。',
          'Signed after: by contract date, without what was signed on site. Confirmed: by the ledger of activities.',
        ),
      ],
    };
  }

  /** Goals that are given to the activity: 承诺. */
  private async promised(
    actor: Actor,
    { code, targets }: PlanView,
    number: number,
    say: Say,
  ): Promise<string> {
    const given: string[] = [];
    for (const { code: target, name, unit } of targets)
      for (const { activity, goal } of (await this.allocations.get(actor, { code, target })).allocations)
        if (activity === number) given.push(say(`${name}${goal}${unit}`, `${name}: ${goal}`));
    return given.join(say('；', '; '));
  }
}

function onSite(files: readonly SigningFile[], locale: Locale): string {
  const say = sayIn(locale);
  const amounts = amountKinds.codes.flatMap((code) => {
    const yuan = files.reduce((sum, { signing }) => sum + (signing.amounts[code] ?? 0), 0);
    return yuan === 0
      ? []
      : [`${amountKinds.label(code, locale)} ${formatWan(yuan)}${say('万元', ' × 10,000 yuan')}`];
  });
  return [say(`${files.length}个`, String(files.length)), ...amounts].join(say('，', ', '));
}

/** Signings by contract more than `from` and at most `to` days after the activity, those made there left out. */
const after = (files: readonly SigningFile[], heldOn: string, from: number, to: number): number =>
  files.filter(({ signing: { onSite: atIt, contractOn } }) => {
    if (atIt || contractOn === null) return false;
    return contractOn > addDays(heldOn, from) && contractOn <= addDays(heldOn, to);
  }).length;
