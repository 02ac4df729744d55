/** Units as they stand after a number, normalised (lower case, without `·`); compounds are joined with `/`. */
const LATIN_UNITS = new Set(
  (
    '% ‰ ° °c °f μm um nm mm cm dm m km m2 m3 cm2 cm3 mm2 km2 hm2 ha mg kg g t μg ug ng l ml ul μl dl ' +
    'w kw mw gw wh kwh mwh gwh v kv mv a ma ka ah mah hz khz mhz ghz thz pa kpa mpa gpa n kn mn j kj mj gj ' +
    'k s ms us μs ns h min d rpm db dbm lx lm cd bit kb mb gb tb pb bps kbps mbps gbps ppm ppb mol mmol bar ' +
    'r rad px dpi fps nm3 cst hv hrc hb wt wt% vol% tce pcs'
  ).split(' '),
);

const IDEOGRAPH_UNITS = new Set(
  (
    '元 万元 亿元 千元 吨 万吨 千克 公斤 克 毫克 微克 米 毫米 厘米 微米 纳米 公里 千米 平方米 立方米 亩 公顷 升 毫升 ' +
    '秒 毫秒 分钟 小时 天 日 周 个月 年 度 摄氏度 千瓦 兆瓦 瓦 万千瓦 千瓦时 千瓦时 伏 千伏 安 赫兹 兆帕 千帕 帕 牛 ' +
    '倍 人 名 家 台 套 件 项 级 位 层 次 转 目'
  ).split(' '),
);

const LONGEST_IDEOGRAPH_UNIT = 3;

/** Whether `text` is a unit, or units joined with `/`. */
export function isLatinUnit(text: string): boolean {
  return text.split('/').every((part) => LATIN_UNITS.has(part));
}

/** How many ideographs at the start of `text` are a unit; 0 when none are. */
export function ideographUnitLength(text: string): number {
  for (let length = Math.min(LONGEST_IDEOGRAPH_UNIT, text.length); length > 0; length--) {
    if (IDEOGRAPH_UNITS.has(text.slice(0, length))) return length;
  }
  return 0;
}
