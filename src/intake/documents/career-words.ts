/** Levels of schooling as people write them. */
export const LEVEL =
  /博士研究生|硕士研究生|大学本科|博士|硕士|研究生|本科|大学专科|大专|专科|高职|中专|中技|技校|职高|高中|初中|Ph\.? ?D\.?|Doctor|Master|Bachelor|M\.(?:Sc|Eng|Tech|S)\b|B\.(?:Sc|Eng|Tech|E|S)\b|MBA|不限/;
/** What a post or a rank is called by. */
export const RANK =
  /师|员|工|长|经理|总监|教授|主任|主管|助理|专员|顾问|讲师|博士后|总裁|班组|CEO|CTO|负责人|学者|书记|代表|科学家|专家|干事|操作/;
const LEVELS = ['博士', '硕士', '研究生', '本科', '大专', '专科', '高职', '中专', '中技', '技校', '高中'];
/** The lower, the higher the schooling. */
export const levelRank = (words: string): number => {
  const at = LEVELS.findIndex((level) => words.includes(level));
  return at < 0 ? LEVELS.length : at === 2 ? 1 : at;
};
const HAN = '[\\u4e00-\\u9fff]';
export const SCHOOL = new RegExp(
  `(?:${HAN}|[（）()·]){2,22}?(?:大学|学院(?!大学)|学校|技校|中专|党校|中学|研究院|研究所|科学院(?!大学))(?:（${HAN}{2,14}）|\\(${HAN}{2,14}\\))?`,
);
