interface Words {
  title: string;
  text: string;
}

/** Words that people use for one another in such lists. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['希望', '期望'],
  ['需要', '亟需'],
  ['提高', '提升'],
  ['提升', '增强'],
  ['降低', '减少'],
  ['研发', '开发'],
  ['开发', '研制'],
  ['技术', '工艺技术'],
  ['设备', '装备'],
  ['系统', '平台'],
  ['生产线', '产线'],
  ['目前', '当前'],
  ['现有', '既有'],
  ['解决', '攻克'],
  ['实现', '达到'],
  ['采用', '使用'],
  ['问题', '难题'],
  ['要求', '需求'],
  ['性能', '指标'],
  ['以上', '及以上'],
  ['不低于', '大于等于'],
  ['不超过', '小于等于'],
  ['企业', '公司'],
  ['检测', '检验'],
  ['材料', '物料'],
  ['寿命', '使用寿命'],
  ['效率', '效能'],
  ['已', '已经'],
  ['并', '同时'],
  ['可', '能够'],
];
const OPENINGS = ['我司', '本单位', '经调研，', '结合生产实际，', ''];
const CLOSINGS = ['欢迎高校院所对接。', '望尽快落实。', '具体可面谈。', ''];
const TITLES = [
  (t: string) => `关于${t}的需求`,
  (t: string) => `${t}项目`,
  (t: string) => `${t}（2022）`,
  (t: string) => t,
];

/** The same thing as another clerk would type it: other words, clauses moved or left out, phrases around it. */
export function paraphrase({ title, text }: Words, random: () => number): Words {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const reworded = (words: string) =>
    SYNONYMS.reduce((all, [from, to]) => (random() < 0.5 ? all.replaceAll(from, to) : all), words);
  const clauses = reworded(text).split(/(?<=[。；，])/);
  const kept = clauses.length > 4 ? clauses.filter(() => random() > 0.15) : clauses;
  const cut = Math.floor(random() * kept.length);
  const moved = [...kept.slice(cut), ...kept.slice(0, cut)].join('');
  return {
    title: pick(TITLES)(reworded(title)),
    text: `${pick(OPENINGS)}${moved.replaceAll('，', random() < 0.3 ? ', ' : '，')}${pick(CLOSINGS)}`,
  };
}
