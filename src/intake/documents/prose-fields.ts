import type { DocumentLine, Extracted } from './document';

const HAN = '[\\u4e00-\\u9fff]';
const WORKPLACE = '公司|集团|研究院|研究所|大学|学院|厂|中心|医院';
/** Professional titles as people put them into a sentence; of an engineer's only those that say the rank. */
const TITLE =
  /(?<=^|[，,、·|\s])((?:正高级|教授级|高级|助理)(?:工程师|经济师|会计师|农艺师)|(?:副|助理)?(?:教授|研究员)|讲师)(?=[，,。、·|\s]|$)/;

/** The same told as one speaks. */
const BY_WORD_OF_MOUTH: readonly (readonly [RegExp, ...string[]])[] = [
  [
    new RegExp(
      `从(${HAN}{2,14}?(?:大学|学院(?!大学)|技校|技工学校|学校))(?:的)?(${HAN}{2,12}?)专业毕业(?:[（(](${HAN}{2,6})[）)])?`,
    ),
    'school',
    'field',
    'education',
  ],
  [
    /(?:进入?|来到|在)([\u4e00-\u9fff]{3,20}?(?:公司|集团|研究院|研究所|厂|矿))(?:工作|上班|当|做|干|任)/,
    'employer',
  ],
  [/(?:现在|目前|如今)(?:是|当|担任)([^，。；]{2,14}?(?:长|工|师|员|经理|主任|主管))(?=[，。；]|$)/, 'post'],
  [
    /(?:晋升为?|考取|考取了|取得|评为|聘为)[^，。；]{0,12}?(高级技师|技师|高级工|中级工)(?=[，。；证资]|$)(?![^]*(?:晋升为?|考取|取得|评为|聘为)[^，。；]{0,12}?(?:高级技师|技师|高级工))/,
    'skillLevel',
  ],
  [/证书(?:编)?号码?(?:是|为|：|:)?\s*([A-Z0-9][A-Z0-9-]{7,24})/, 'certificateNo'],
  [/(?:一干就是|干了|工作了|做了|从业)(?:近|整整|已有)?([一二三四五六七八九十\d]{1,3}\s*年)/, 'years'],
  [/最(?:拿手|擅长|熟悉)的?(?:就?是)?([^，。；]{4,40})/, 'speciality'],
  [
    /(?:想|希望|愿意|单位|工作)[^。；]{0,10}?做((?!好)[^，。；]{3,20}?(?:师|员|工|长|老师|经理|主管))(?=都行|都可以?|均可|的工作|[，。；])/,
    'postWanted',
  ],
  [
    /(?:工资|月薪|薪资|待遇)(?:要求)?([一二两三四五六七八九十\d][千万\d.~～—-]{1,8}(?:元|块|[kK])?(?:左右|以上)?)/,
    'pay',
  ],
  [
    /(半个月|[一二两三\d]+个?(?:月|周|天|星期)|随时)(?:内|后|左右)?(?:就|即)?(?:能|可以?)(?:上班|到岗|上岗|入职|报到)/,
    'availableFrom',
  ],
  [/(?:想|希望|愿意|打算)[^，。；]{0,8}?在([\u4e00-\u9fff]{2,4}?)(?:找|工作|发展|就业|上班)/, 'cities'],
];

/** What a letter says of who writes it: the pattern, and the fields of its groups in order. */
const SENTENCES: readonly (readonly [RegExp, ...string[]])[] = [
  [new RegExp(`(?:我叫|我是|本人叫|本人名叫)(${HAN}{2,4})(?=[，,。；\\s])`), 'name'],
  [
    new RegExp(
      `(?:毕业于|就读于)(${HAN}{2,14}?(?:大学|学院(?!大学)|研究院))(?:的)?(${HAN}{2,16}?)(?=专业|系(?!统))`,
    ),
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
  [/^(?:本人)?([\u4e00-\u9fff]{2,3})[，,]\s*(?:男|女)[，,]/, 'name'],
  [/(?<=[，,、])((?:工|理|农|医|管理|经济|教育|法|文)学(?:学士|硕士|博士))(?=学位|[，,。；])/, 'degree'],
  [
    /(?:推荐|介绍)[^，。；]{0,12}?(?:研究生|毕业生|学生|职工|员工|教师|工程师)?([\u4e00-\u9fff]{2,3})(?:同学|同志|先生|女士)/,
    'name',
  ],
  [
    new RegExp(
      `(?:考入|进入|就读于|在)(${HAN}{2,14}?(?:大学|学院(?!大学)|研究院))(?:${HAN}{2,8}学院)?(?:攻读|学习|就读)(${HAN}{2,14}?)专业(博士|硕士|本科)?`,
    ),
    'school',
    'field',
    'education',
  ],
  [/(每年(?:约|不少于|不超过|至少|最多)\s*\d{1,3}\s*(?:天|个?工作日|个月|周))/, 'daysPerYear'],
  [
    /每年[^，。；\d]{0,16}?((?:不少于|不超过|不低于|至少|最多|约)?\s*\d{1,3}\s*(?:天|个?工作日|个月|周))/,
    'daysPerYear',
  ],
  [
    /(?:主要|长期)(?:从事|研究)([^，。；]{4,40}?)(?:等?(?:方面|领域|方向)?的?(?:教学|科研|研究|开发)(?:和|与|及)?[^，。；]{0,6}(?:工作)?)(?=[，。；]|$)/,
    'speciality',
  ],
  [new RegExp(`毕业于(${HAN}{2,14}?(?:大学|学院(?!大学)|研究院))`), 'school'],
  [new RegExp(`(?:取得|获得?|授予|攻读|主修|所学|学习)(?:了)?(?:的)?(${HAN}{2,12}?)专业`), 'field'],
  [
    /(?:取得|获得?|授予)[^，。；]{0,30}?((?:哲学|经济学|法学|教育学|文学|历史学|理学|工学|农学|医学|管理学|艺术学|工程)?(?:博士|硕士)学位)/,
    'degree',
  ],
  [/(?:取得|获得?|授予)[^，。；]{0,20}?(博士|硕士)(?:学位|研究生)/, 'education'],
  [
    new RegExp(
      `(?:一直|目前|现|就职|先后)?在(${HAN}{3,24}?(?:公司|集团|研究院|研究所|厂))(?:从事|工作|任职|担任|任)`,
    ),
    'employer',
  ],
  [new RegExp(`(?:现担任|现任|目前担任|目前任)([^，。；\\s]{2,14})(?=[，,。；])`), 'post'],
  [
    new RegExp(
      `(?:评为|评聘为|评定为|聘为|晋升为?|取得|获得|具有)(?:了)?((?:正高级|高级|助理|中级)?(?:工程师|经济师|会计师|农艺师)|(?:副)?(?:教授|研究员))(?=[，,。；职资])`,
    ),
    'title',
  ],
  [
    new RegExp(
      `(?:应聘|竞聘|求职|谋求)(?:贵(?:公司|单位|司|园区|所|院|校)的?)?(${HAN}{2,18}?)(?:一职|职位|岗位|的岗位|的职位|的工作)`,
    ),
    'postWanted',
  ],
  [
    /(?:工作地点|工作城市|工作地)(?:希望|最好)?(?:在|为|是)?([\u4e00-\u9fff、或和]{2,12}?)(?:均可|都可|皆可|，|。|$)/,
    'cities',
  ],
  [/(?:期望|希望|要求)(?:的)?((?:年薪|月薪|税前年薪)[^，。；]{2,16})/, 'pay'],
  [
    /([一二两三半\d]+个?(?:月|周|天|星期)(?:之?内|以内|后|左右)|随时|立即)(?:即?可|可以|能)?(?:到岗|上岗|入职|报到)/,
    'availableFrom',
  ],
  [/(?:从事|工作|从业|深耕)[^，。；（(]{0,20}?(?<!\d)(\d{1,2}\s*年)(?!\d)/, 'years'],
  [/愿意?以?((?:柔性|兼职|全职|顾问)[^，。；]{0,14})/, 'engagement'],
  [/(?:报酬|劳务费|服务费|咨询费)[^，。；\d]{0,4}(\d[\d.,]*\s*(?:元|万元)\/(?:天|日|次|月|年))/, 'pay'],
  [
    /^(?=.{0,60}$)(?:.*；)?\s*((?:拥有|获得?|授权|已获)?(?:授权)?(?:发明|实用新型)?专利\s*\d+\s*余?[项件](?:（[^）]{2,20}）)?)[。；]?$/,
    'papers',
  ],
  ...BY_WORD_OF_MOUTH,
  [/(?:研究方向|专业方向|主要研究|技术专长|专长)(?:是|为|包括)([^，。；]{4,60})/, 'speciality'],
];

const BODY = `${HAN}{2,14}?(?:大学|学院(?!大学)|研究院)`;
const DEGREES = ['博士', '硕士', '本科', '学士', '大专', '专科'];
const STUDIED: readonly RegExp[] = [
  new RegExp(
    `(?:毕业于|获得?|取得|就读于|于)(?<school>${BODY})(?<between>[^，。；]{0,16}?)(?<level>博士|硕士|学士|本科|大专)(?<after>[^，。；]{0,16})`,
    'g',
  ),
  new RegExp(
    `(?<level>博士|硕士|本科|大专|专科)(?:研究生)?(?:毕业|就读)于(?<school>${BODY})(?<after>[^，。；]{0,16})`,
    'g',
  ),
];

/** The highest schooling that sentences tell of. */
function studiesIn(passages: readonly string[]): Extracted[] {
  const told = passages.flatMap((passage) =>
    STUDIED.flatMap((pattern) =>
      [...passage.matchAll(pattern)].map(({ groups = {} }) => ({ passage, ...groups })),
    ),
  ) as { passage: string; school: string; level: string; between?: string; after?: string }[];
  const [best] = told.sort((a, b) => DEGREES.indexOf(a.level) - DEGREES.indexOf(b.level));
  if (!best) return [];
  const { passage, school, level, between = '', after = '' } = best;
  const field =
    new RegExp(`(?:^|[（(])(${HAN}{2,14}?)专业`).exec(between || after)?.[1] ??
    new RegExp(`[（(](${HAN}{2,14}?)专业`).exec(after)?.[1];
  return [
    { field: 'school', words: school, passage },
    { field: 'education', words: level, passage },
    ...(field === undefined ? [] : [{ field: 'field', words: field, passage }]),
  ];
}

/** What sentences say without a label, as in a letter. */
export function fieldsOfProse(lines: readonly DocumentLine[]): Extracted[] {
  const passages = lines.map(({ cells }) => cells.join(' '));
  const said = [
    ...studiesIn(passages),
    ...SENTENCES.flatMap(([pattern, ...fields]) => {
      const passage = passages.find((line) => pattern.test(line));
      const match = passage === undefined ? null : pattern.exec(passage);
      const groups = match && fields.length === 1 ? [match[1] ?? match[0]] : (match?.slice(1) ?? []);
      return fields.flatMap((field, at) => {
        const words = groups[at];
        return words === undefined || passage === undefined ? [] : [{ field, words, passage }];
      });
    }),
  ];
  const titled = passages.find((line, at) => TITLE.test(line) && (at < 6 || /学历|毕业/.test(line)));
  const title = titled === undefined ? undefined : TITLE.exec(titled)?.[1];
  return title === undefined || titled === undefined
    ? said
    : [...said, { field: 'title', words: title, passage: titled }];
}
