import type { Locale } from '../../common/locale';
import { formatWan } from '../../common/money';
import { countLevels, type CountLevel } from '../../taxonomy/count-levels';
import { subjects } from '../../taxonomy/plan.vocabulary';
import type { Reading } from '../counting/readings';

const YI = 100_000_000;

/** "10亿元", "1 billion yuan". */
function moneyName(yuan: number, locale: Locale): string {
  if (locale === 'en') return `${(yuan / 1_000_000).toLocaleString('en')} million yuan`;
  return yuan % YI === 0 ? `${yuan / YI}亿元` : `${formatWan(yuan)}万元`;
}

/** 已签约, 已落地, 已到岗. */
function levelName(level: CountLevel, locale: Locale): string {
  const label = countLevels.label(level, locale);
  return locale === 'en' || label.startsWith('已') ? label : `已${label}`;
}

/** What a reading is called on a board. */
export function readingName(reading: Reading, locale: Locale): string {
  const english = locale === 'en';
  switch (reading.by) {
    case 'level':
      return levelName(reading.level, locale);
    case 'activities': {
      const numbers = reading.activities.join(english ? ', ' : '、');
      return english ? `Activities ${numbers} only` : `仅活动${numbers}`;
    }
    case 'distinct': {
      const subject = subjects.find(reading.distinctBy);
      return english ? `By ${subject?.en.toLowerCase()}` : `按${subject?.zh}计`;
    }
    case 'amount': {
      const money = moneyName(reading.goalYuan, locale);
      if (reading.scope === 'each') return english ? `Each ${money}` : `每个达${money}`;
      return english ? `${money} in total` : `合计达${money}`;
    }
  }
}

/** A stable name of a reading, for programs. */
export function readingCode(reading: Reading): string {
  switch (reading.by) {
    case 'level':
      return reading.level;
    case 'activities':
      return `activities:${reading.activities.join(',')}`;
    case 'distinct':
      return `distinct:${reading.distinctBy}`;
    case 'amount':
      return `amount:${reading.scope}`;
  }
}
