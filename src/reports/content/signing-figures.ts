import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../common/actor';
import { dayOf } from '../../common/clock';
import type { Locale } from '../../common/locale';
import { Database } from '../../platform/database/database';
import type { SigningFile } from '../../signings/signing-file';
import {
  type AmountKind,
  amountKinds,
  type Level,
  levels,
  signingKinds,
} from '../../taxonomy/signing.vocabulary';
import { oneKind } from './one-kind';
import type { Period } from './period';
import { type Cell, count, inWan, money, type ReportTable, share, text } from './report';
import { type Say, sayIn } from './say';
import { SigningRows } from './signing-rows';

const MILESTONES = ['registered', 'settled', 'started', 'produced'] as const satisfies readonly Level[];
const AMOUNTS = [
  'agreed-investment',
  'contract-value',
  'technology-value',
  'funds-in-place',
] as const satisfies readonly AmountKind[];

/** What the papers of a plan's signings say: forms, amounts, milestones, rates. */
@Injectable()
export class SigningFigures {
  constructor(
    private readonly database: Database,
    private readonly signings: SigningRows,
  ) {}

  /** The two tables that a 月报 adds, of signings confirmed by `end`. @throws 422 REPORT.SAMPLE_MIX */
  async monthly(
    activityIds: readonly string[],
    period: Period,
    end: Date,
    locale: Locale,
  ): Promise<ReportTable[]> {
    const files = await this.database.as(SYSTEM, (tx) => this.signings.of(activityIds, tx));
    oneKind(files.map(({ signing }) => signing.sampleSet));
    const confirmed = files.filter(
      ({ signing }) =>
        signing.state === 'confirmed' && signing.confirmedAt !== null && signing.confirmedAt <= end,
    );
    return [formTable(files, confirmed, period, locale), rateTable(confirmed, dayOf(end), sayIn(locale))];
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
  locale: Locale,
): ReportTable {
  const say = sayIn(locale);
  const rows = signingKinds.codes.flatMap((code): Cell[][] => {
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
        signingKinds.label(code, locale),
        name,
        signed.filter(isContract).length,
        signed.filter((file) => !isContract(file)).length,
        intended.filter((file) => within(file, 'intention')).length,
        ...AMOUNTS.map((kind) => sumOf(signed, kind)),
        ...MILESTONES.map((level) => own.filter((file) => within(file, level)).length),
      ];
    };
    return [row(say('本月', 'Month'), from), row(say('累计', 'In all'), '0')];
  });
  return {
    name: say('签约与落地情况表', 'Signings and milestones'),
    columns: [
      text(say('类别', 'Kind'), 8),
      text(say('期间', 'Period'), 8),
      count(say('合同', 'Contracts')),
      count(say('协议', 'Agreements')),
      count(say('意向', 'Intentions')),
      ...AMOUNTS.map((kind) => money(inWan(amountKinds.label(kind, locale), say))),
      ...MILESTONES.map((level) => count(levels.label(level, locale))),
    ],
    rows,
  };
}

const sumOf = (files: readonly SigningFile[], kind: AmountKind): number =>
  files.reduce((sum, { countedAmounts }) => sum + (countedAmounts[kind] ?? 0), 0);

/** 四率, of projects and enterprises: the others have no site to build. */
function rateTable(confirmed: readonly SigningFile[], until: string, say: Say): ReportTable {
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
    [
      say('履约率', 'Begun'),
      begun,
      built.length,
      say(
        '已有注册、入驻、备案、开工、到资、投产任一进展的签约÷已签约',
        'with any milestone from registration to production ÷ signed',
      ),
    ],
    [
      say('注册率', 'Registered'),
      having('registered'),
      built.length,
      say('已注册÷已签约', 'registered ÷ signed'),
    ],
    [say('开工率', 'Started'), having('started'), built.length, say('已开工÷已签约', 'started ÷ signed')],
    [
      say('资金到位率', 'Funds in place'),
      sumOf(built, 'funds-in-place'),
      sumOf(built, 'agreed-investment'),
      say('到位资金÷协议引资额（元）', 'funds in place ÷ agreed investment (yuan)'),
    ],
  ];
  return {
    name: say('四率', 'The four rates'),
    columns: [
      text(say('指标', 'Target'), 14),
      count(say('分子', 'Part'), 16),
      count(say('分母', 'Whole'), 16),
      share(say('比率', 'Ratio')),
      text(say('算法', 'Formula'), 50),
    ],
    rows: rows.map(([name, part, whole, formula]) => [
      name,
      part,
      whole,
      whole === 0 ? null : part / whole,
      formula,
    ]),
  };
}
