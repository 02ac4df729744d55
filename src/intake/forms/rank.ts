import { skillLevels, titles, type SkillLevel, type Title } from '../../taxonomy/talent.vocabulary';
import { SKILL_LEVEL, TITLE } from '../values/choices';
import { readChoice } from '../values/read-choice';
import type { Reader } from '../values/reading';

export const readTitle = readChoice(TITLE, titles.terms) as Reader<Title>;
export const readSkillLevel = readChoice(SKILL_LEVEL, skillLevels.terms) as Reader<SkillLevel>;

/** A column headed 职称/技能等级 holds either; what both know (中级, 高级) is a title only when its own column says so. */
export const readRank: Reader<{ title?: Title; skillLevel?: SkillLevel }> = (cell, heading) => {
  const title = readTitle(cell, heading);
  const skill = readSkillLevel(cell, heading);
  if (title.value !== undefined) return { value: { title: title.value } };
  if (skill.value !== undefined) return { value: { skillLevel: skill.value } };
  return title.doubt ? { doubt: skill.doubt?.suggestion ? skill.doubt : title.doubt } : {};
};
