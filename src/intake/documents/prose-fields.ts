import type { DocumentLine, Extracted } from './document';

const HAN = '[\\u4e00-\\u9fff]';
const WORKPLACE = '公司|集团|研究院|研究所|大学|学院|厂|中心|医院';
/** Professional titles as people put them into a sentence; of an engineer's only those that say the rank. */
const TITLE =
  /(?<=^|[，,、·|\s])((?:正高级|教授级|高级|助理)(?:工程师|经济师|会计师|农艺师)|(?:副|助理)?(?:教授|研究员)|讲师)(?=[，,。、·|\s]|$)/;

/** What a letter says of who writes it: the pattern, and the fields of its groups in order. */
const SENTENCES: readonly (readonly [RegExp, ...string[]])[] = [
  [new RegExp(`(?:我叫|我是|本人叫|本人名叫)(${HAN}{2,4})(?=[，,。；\\s])`), 'name'],
  [
    new RegExp(`(?:毕业于|就读于)(${HAN}{2,14}?(?:大学|学院|研究院))(?:的)?(${HAN}{2,16}?)(?=专业|系)`),
    'school',
    'field',
  ],
  [/(博士研究生|硕士研究生|博士|硕士|本科|大专|专科)(?:学历|毕业)/, 'education'],
  [
    new RegExp(
      `(?:现任|现就职于|任职于|就职于|供职于|现工作于)(?:于)?([^，。；\\s]{2,30}?(?:${WORKPLACE}))(?:的|任|担任)?(${HAN}{2,12}?)(?=[，,。；]|$)`,
    ),
    'employer',
    'post',
  ],
  [/(?:从事|工作|从业|深耕)[^，。；]{0,20}?(\d{1,2})\s*年/, 'years'],
  [/(?:研究方向|专业方向|主要研究|技术专长|专长)(?:是|为|包括)([^，。；]{4,60})/, 'speciality'],
];

/** What sentences say without a label, as in a letter. */
export function fieldsOfProse(lines: readonly DocumentLine[]): Extracted[] {
  const passages = lines.map(({ cells }) => cells.join(' '));
  const said = SENTENCES.flatMap(([pattern, ...fields]) => {
    const passage = passages.find((line) => pattern.test(line));
    const groups = passage === undefined ? [] : (pattern.exec(passage)?.slice(1) ?? []);
    return fields.flatMap((field, at) => {
      const words = groups[at];
      return words === undefined || passage === undefined ? [] : [{ field, words, passage }];
    });
  });
  const titled = passages.find((line, at) => TITLE.test(line) && (at < 6 || /学历|毕业/.test(line)));
  const title = titled === undefined ? undefined : TITLE.exec(titled)?.[1];
  return title === undefined || titled === undefined
    ? said
    : [...said, { field: 'title', words: title, passage: titled }];
}
