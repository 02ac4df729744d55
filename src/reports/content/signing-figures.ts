import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../common/actor';
import { dayOf } from '../../common/clock';
import { Database } from '../../platform/database/database';
import type { SigningFile } from '../../signings/signing-file';
import { type AmountKind, type Level, levels, signingKinds } from '../../taxonomy/signing.vocabulary';
import { oneKind } from './one-kind';
import type { Period } from './period';
import { type Cell, count, money, type ReportTable, share, text } from './report';
import { SigningRows } from './signing-rows';

const MILESTONES = ['registered', 'settled', 'started', 'produced'] as const satisfies readonly Level[];
const AMOUNTS = [
  ['agreed-investment', '协议引资额'],
  ['contract-value', '合同成交额'],
  ['technology-value', '技术交易额'],
  ['funds-in-place', '到位资金'],
] as const satisfies readonly (readonly [AmountKind, string])[];

/** What the papers of a plan's signings say: forms, amounts, milestones, rates. */
@Injectable()
export class SigningFigures {
  constructor(
    private readonly database: Database,
    private readonly signings: SigningRows,
  ) {}

  /** The two tables that a 月报 adds, of signings confirmed by `end`. @throws 422 REPORT.SAMPLE_MIX */
  async monthly(activityIds: readonly string[], period: Period, end: Date): Promise<ReportTable[]> {
    const files = await this.database.as(SYSTEM, (tx) => this.signings.of(activityIds, tx));
    oneKind(files.map(({ signing }) => signing.sampleSet));
    const confirmed = files.filter(
      ({ signing }) =>
        signing.state === 'confirmed' && signing.confirmedAt !== null && signing.confirmedAt <= end,
    );
    return [formTable(files, confirmed, period), rateTable(confirmed, dayOf(end))];
  }
}

/** The day the signing reached the level first, by `until`. */
const reached = ({ provenLevels }: SigningFile, level: Level, until: string): string | undefined =>
  provenLevels
    .filter((proven) => proven.level === level && proven.on <= until)
    .map(({ on }) => on)
    .sort()[0];

function formTable(
  all: readonly SigningFile[],
  confirmed: readonly SigningFile[],
  { from, to }: Period,
): ReportTable {
  const rows = signingKinds.terms.flatMap(({ code, zh }): Cell[][] => {
    const own = confirmed.filter(({ signing }) => signing.kind === code);
    const intended = all.filter(
      (file) => file.signing.kind === code && reached(file, 'intention', to) && !reached(file, 'signed', to),
    );
    if (own.length + intended.length === 0) return [];
    const row = (name: string, begin: string): Cell[] => {
      const within = (file: SigningFile, level: Level) => (reached(file, level, to) ?? '') >= begin;
      const signed = own.filter((file) => within(file, 'signed'));
      const isContract = ({ signing: { form } }: SigningFile) => form === 'contract' || form === 'employment';
      return [
        zh,
        name,
        signed.filter(isContract).length,
        signed.filter((file) => !isContract(file)).length,
        intended.filter((file) => within(file, 'intention')).length,
        ...AMOUNTS.map(([kind]) => sumOf(signed, kind)),
        ...MILESTONES.map((level) => own.filter((file) => within(file, level)).length),
      ];
    };
    return [row('本月', from), row('累计', '0')];
  });
  return {
    name: '签约与落地情况表',
    columns: [
      text('类别', 8),
      text('期间', 8),
      count('合同'),
      count('协议'),
      count('意向'),
      ...AMOUNTS.map(([, name]) => money(name)),
      ...MILESTONES.map((level) => count(levels.label(level, 'zh-CN'))),
    ],
    rows,
  };
}

const sumOf = (files: readonly SigningFile[], kind: AmountKind): number =>
  files.reduce((sum, { countedAmounts }) => sum + (countedAmounts[kind] ?? 0), 0);

/** 四率, of projects and enterprises: the others have no site to build. */
function rateTable(confirmed: readonly SigningFile[], until: string): ReportTable {
  const built = confirmed.filter(
    (file) =>
      (file.signing.kind === 'project' || file.signing.kind === 'enterprise') &&
      reached(file, 'signed', until),
  );
  const having = (...wanted: Level[]) =>
    built.filter((file) => wanted.some((level) => reached(file, level, until) !== undefined)).length;
  const begun = having(
    'registered',
    'settled',
    'filed',
    'started',
    'funded',
    'produced',
    'at-capacity',
    'fulfilled',
  );
  const rows: [string, number, number, string][] = [
    ['履约率', begun, built.length, '已有注册、入驻、备案、开工、到资、投产任一进展的签约÷已签约'],
    ['注册率', having('registered'), built.length, '已注册÷已签约'],
    ['开工率', having('started'), built.length, '已开工÷已签约'],
    [
      '资金到位率',
      sumOf(built, 'funds-in-place'),
      sumOf(built, 'agreed-investment'),
      '到位资金÷协议引资额（元）',
    ],
  ];
  return {
    name: '四率',
    columns: [text('指标', 14), count('分子', 16), count('分母', 16), share('比率'), text('算法', 50)],
    rows: rows.map(([name, part, whole, formula]) => [
      name,
      part,
      whole,
      whole === 0 ? null : part / whole,
      formula,
    ]),
  };
}
