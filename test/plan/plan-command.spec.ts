import { SYSTEM } from '../../src/common/actor';
import { Command } from 'commander';
import { planCommand } from '../../src/cli/plan.command';
import { readEnv } from '../../src/platform/config/env';
import { type PlanDays, startPlanDays } from './plan-days';

let days: PlanDays;
beforeAll(async () => {
  days = await startPlanDays();
});
afterAll(() => days.server.close());

/** What the command writes. */
async function run(act: 'show' | 'forecast', ...args: string[]): Promise<string> {
  const program = new Command().exitOverride();
  planCommand(program, async () => ({ env: readEnv({}), app: days.server.app, actor: SYSTEM }));
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await program.parseAsync(['plan', act, 'sx-2022', ...args], { from: 'user' });
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

interface Shown {
  plan: { code: string };
  activities: unknown[];
  targets: {
    code: string;
    goal: number;
    counted: number;
    readings: { name: string; counted: number }[];
    signings: { code: string; documents: { kind: string }[] }[];
  }[];
}

describe('plan show', () => {
  it('prints every target with its readings and signings, and nothing but JSON', async () => {
    const { code } = await days.confirmedProject(3);
    const shown = JSON.parse(await run('show', '--json')) as Shown;
    const target = (wanted: string) => shown.targets.find((one) => one.code === wanted);
    expect(shown).toMatchObject({ plan: { code: 'sx-2022' } });
    expect([shown.activities.length, shown.targets.length]).toEqual([25, 15]);
    expect(target('T03')).toMatchObject({
      goal: 20,
      counted: 1,
      signings: [{ code, documents: [{ kind: 'technology-contract' }] }],
    });
    const names = (wanted: string) => target(wanted)?.readings.map(({ name }) => name);
    expect(names('T03')).toEqual(['已签约', '已落地', '按单位计']);
    expect(names('T07')).toEqual(['已签约', '已落地', '每个达10亿元', '合计达10亿元', '按单位计']);
    expect(names('T08')).toEqual(['已签约', '已落地', '仅活动13、14', '仅活动14']);
    expect(names('T09')).toEqual(['已签约', '已落地', '已到岗', '仅活动13、14', '仅活动14']);
  });

  it('prints a table for people', async () => {
    const table = await run('show');
    expect(table).toContain('T03  1/20  应达');
    expect(table).toContain('T15  0/3  不计完成率');
    expect(table).toContain('25项（报道列名22项）');
  });
});

describe('plan forecast', () => {
  it('prints a line a target, or JSON', async () => {
    expect(await run('forecast')).toMatch(
      /T03 {2}1\/20 {2}应达 [\d.]+ {2}在谈 \d+ {2}预计 [\d.]+ \[\d+–\d+\]/,
    );
    expect(JSON.parse(await run('forecast', '--json'))).toMatchObject({ plan: 'sx-2022', interval: 0.8 });
  });
});
