import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { PlanService } from '../../plan/plan.service';
import { SubmissionReader } from '../../plan/submissions/submission-reader';
import type { SubmissionRowView } from '../../plan/submissions/submission.schema';
import { Database } from '../../platform/database/database';
import { SigningRepository } from '../../signings/signing.repository';
import { countLevels } from '../../taxonomy/count-levels';
import { regions } from '../../taxonomy/organisation.vocabulary';
import { oneKind, sampleMark } from './one-kind';
import { type Cell, count, day, money, type Report, share, text } from './report';
import { sayIn } from './say';

const CHANGES = { reported: '前期已报', new: '本期新增', late: '本期补报', withdrawn: '本期核减' } as const;

/** 报送表: what a submission froze, whatever has changed since. */
@Injectable()
export class SubmissionReport {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanService,
    private readonly submissions: SubmissionReader,
    private readonly signings: SigningRepository,
  ) {}

  /** Rows as far as the actor may read them; the numbers are whole. @throws 404 */
  async of(actor: Actor, code: string, id: string): Promise<Report> {
    const plan = await this.plans.get(actor, code);
    const submission = await this.submissions.get(actor, { code, id });
    const rows = await this.rows(actor, code, id);
    const sampleSet = oneKind([submission.sampleSet]);
    const numbers = new Map(submission.targets.map((target) => [target.code, target]));
    const versionOf = new Map(Object.entries(submission.ruleVersions));
    const titles = await this.titles(actor, rows);
    const names = new Map(plan.targets.map((target) => [target.code, target.name]));
    return {
      // What is submitted has its official form in any language.
      locale: 'zh-CN',
      title: `${sampleMark(sampleSet, sayIn('zh-CN'))}${plan.name}报送表`,
      period: submission.period,
      asOf: submission.cutOff,
      sampleSet,
      summary: [],
      tables: [
        {
          name: '报送汇总',
          columns: [
            text('指标', 30),
            text('单位', 8),
            count('目标'),
            count('本期新增'),
            count('本期补报'),
            count('本期核减'),
            count('累计认定'),
            share('完成率'),
          ],
          rows: plan.targets.map(({ code: target, name, unit, stated, rules }): Cell[] => {
            const goal = rules.find(({ version }) => version === versionOf.get(target))?.rule.goal ?? 0;
            const { counted = 0, new: fresh = 0, late = 0, withdrawn = 0 } = numbers.get(target) ?? {};
            const completion = stated && goal > 0 ? counted / goal : null;
            return [`${target} ${name}`, unit, goal, fresh, late, withdrawn, counted, completion];
          }),
        },
        {
          name: '报送明细',
          columns: [
            text('指标', 30),
            text('签约编号', 16),
            text('签约名称', 30),
            text('层级', 10),
            text('计数', 6),
            count('活动', 6),
            text('园区', 10),
            text('来源地', 10),
            money('总投资(万元)'),
            day('达到日期'),
            text('变动', 10),
            text('原因', 24),
          ],
          rows: rows.map((row): Cell[] => [
            `${row.target} ${names.get(row.target) ?? ''}`,
            ...(titles.get(row.signingId) ?? ['', '']),
            countLevels.label(row.level, 'zh-CN'),
            row.counts ? '是' : '',
            row.activity,
            row.park ?? '',
            row.region === null ? '' : regions.label(row.region, 'zh-CN'),
            row.yuan,
            row.reachedOn,
            CHANGES[row.change],
            row.reason ?? '',
          ]),
        },
      ],
      notes: ['按报送截止时间的台账固定，之后的变化列入下一批次的补报或核减。'],
    };
  }

  private async rows(actor: Actor, code: string, id: string): Promise<SubmissionRowView[]> {
    const rows: SubmissionRowView[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.submissions.rows(actor, { code, id }, { limit: 200, cursor });
      rows.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return rows;
  }

  /** Codes and titles of the signings that the actor may see; the commission sees none. */
  private titles(actor: Actor, rows: readonly SubmissionRowView[]): Promise<Map<string, [string, string]>> {
    const ids = new Set(rows.map(({ signingId }) => signingId));
    return this.database.as(actor, async (tx) => {
      const found = await this.signings.namesOf([...ids], tx);
      return new Map([...found].map(([id, { code, title }]) => [id, [code, title]]));
    });
  }
}
