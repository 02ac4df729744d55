import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PARTS = ['密封件', '轴承', '滤膜', '电极', '导轨', '阀芯', '涂层', '传感器', '叶轮', '绝缘子'];
const STUFFS = [
  '碳纤维',
  '聚氨酯',
  '碳化硅',
  '钛合金',
  '陶瓷',
  '石墨烯',
  '铝镁合金',
  '氮化镓',
  '芳纶',
  '特种钢',
];
const PLACES = ['高水基介质', '高温烟气', '深井', '强酸溶液', '真空炉', '低温储罐', '海上平台', '洁净车间'];
const CRAFTS = ['缠绕', '烧结', '激光熔覆', '精密铸造', '气相沉积', '搅拌摩擦焊', '注射成型'];
const CLAIMS = [
  '寿命提高到十四个月',
  '能耗下降三成',
  '通过中试验证',
  '已有两家用户试用',
  '指标达到国外同类水平',
];

const at = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

/** Words of the nth record: the same every time, and no two alike among tens of thousands. */
const words = (n: number) => ({
  title: `${at(STUFFS, n)}${at(PARTS, Math.floor(n / 10))}${at(CRAFTS, Math.floor(n / 7))}技术${n}`,
  text: `面向${at(PLACES, n)}的${at(PARTS, Math.floor(n / 10))}，采用${at(STUFFS, n)}与${at(CRAFTS, Math.floor(n / 7))}工艺，${at(CLAIMS, n)}。编号${n}。`,
});

/** A file of `count` projects in `folder`, for `cli import`. @returns its path */
export function projectsFile(folder: string, count: number): string {
  const file = join(folder, 'projects.jsonl');
  const lines = Array.from({ length: count }, (_, n) => JSON.stringify({ id: `p${n}`, ...words(n) }));
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** A file of `count` technology needs that ask for what the projects offer. @returns its path */
export function needsFile(folder: string, count: number): string {
  const file = join(folder, 'needs.jsonl');
  const needOf = (n: number) => ({
    id: `n${n}`,
    title: `寻求${at(PLACES, n)}用${at(PARTS, n * 3)}`,
    text: `现用${at(PARTS, n * 3)}在${at(PLACES, n)}中失效快，希望采用${at(STUFFS, n * 7)}或${at(CRAFTS, n)}提高寿命。`,
  });
  writeFileSync(file, Array.from({ length: count }, (_, n) => JSON.stringify(needOf(n))).join('\n'));
  return file;
}
