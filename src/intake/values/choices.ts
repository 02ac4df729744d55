import { titleSeries } from '../../taxonomy/title-series';
import { plain } from './reading';

/** Words that mean exactly one code. */
export type Words = Readonly<Record<string, readonly string[]>>;

/** Words that only hint at a code: asked about, with the code's usual word suggested. */
export type Hints = readonly (readonly [pattern: RegExp, suggestion: string])[];

export interface Choice {
  readonly words: Words;
  readonly hints?: Hints;
  /** What is dropped from a cell before it is compared: 及以上, 学历, 阶段. */
  readonly ignored?: RegExp;
}

const FLOOR =
  /(?:及|或)?以上(?:学历|学位|职称)?$|(?:学历|学位|职称)$|^(?:全日制|统招|取得|具有)|毕业$|\((?:函授|自考|成教|成人教育|成人|夜大|电大|网络教育|业余|脱产|在职|非?全日制|统招|[a-z. -]+)\)$/g;

export const EDUCATION: Choice = {
  ignored: FLOOR,
  words: {
    doctoral: [
      '博士研究生',
      '博士',
      '博研',
      '研究生/博士',
      '研究生(博士)',
      '博士(研究生)',
      'phd',
      'ph.d',
      'ph.d.',
    ],
    master: ['硕士研究生', '硕士', '硕研', '研究生/硕士', '研究生(硕士)', '硕士(研究生)', 'master'],
    bachelor: ['本科', '大学本科', '大学', '学士', '本科/学士', '本科(学士)', 'bachelor'],
    college: ['大专', '专科', '大学专科', '高职', '高职高专'],
    secondary: ['中专', '高中', '中职', '技校', '职高', '中技', '中职/高中', '高中/中专', '高中中专'],
    below: ['初中', '小学', '初中及以下'],
  },
  hints: [
    [/博士后/, '博士研究生'],
    [/博士.*(?:在读|候选|生在|肄业)|在读博士/, '硕士研究生'],
    [/硕士.*(?:在读|肄业)|在读硕士|研究生在读/, '本科'],
    [/本科.*(?:在读|肄业)|在读本科/, '高中'],
    [/研究生/, '硕士研究生'],
  ],
};

export const DEGREE: Choice = {
  ignored: FLOOR,
  words: {
    doctor: [
      '博士',
      '博士学位',
      'phd',
      'ph.d',
      'ph.d.',
      '工学博士',
      '理学博士',
      '管理学博士',
      '农学博士',
      '医学博士',
      '经济学博士',
    ],
    master: ['硕士', '硕士学位', '工学硕士', '理学硕士', '工程硕士', '管理学硕士', 'mba'],
    bachelor: ['学士', '学士学位', '工学学士', '理学学士', '管理学学士', '本科'],
    none: ['无学位', '无'],
  },
  hints: [
    [/博士后/, '博士'],
    [/博士.*(?:在读|候选)|在读博士/, '硕士'],
    [/硕士.*在读|在读硕士/, '学士'],
  ],
};

export const SKILL_LEVEL: Choice = {
  ignored: /(?:及|或)?以上$|^职业技能|证书?$|等级$|[()]/g,
  words: {
    apprentice: ['学徒工', '学徒'],
    junior: ['初级工', '五级', '初级', '初级工五级', '五级/初级工', '五级初级工'],
    intermediate: ['中级工', '四级', '中级工四级', '四级/中级工', '四级中级工'],
    senior: ['高级工', '三级', '高级工三级', '三级/高级工', '三级高级工'],
    technician: ['技师', '二级', '技师二级', '二级/技师', '二级技师'],
    'senior-technician': ['高级技师', '一级', '高级技师一级', '一级/高级技师', '一级高级技师'],
    'special-technician': ['特级技师'],
    'chief-technician': ['首席技师'],
  },
  hints: [
    [/^中级$/, '中级工'],
    [/^高级$/, '高级工'],
    [/中高级/, '中级工'],
  ],
};

const ranks = ['elementary', 'assistant', 'intermediate', 'associate-senior', 'full-senior'] as const;
const OF_SERIES = new Map<string, Set<string>>(ranks.map((rank) => [rank, new Set<string>()]));
for (const { names } of titleSeries)
  for (const rank of ranks) for (const name of names[rank] ?? []) OF_SERIES.get(rank)?.add(plain(name));
const titled = (rank: string, ...more: string[]): string[] => [...(OF_SERIES.get(rank) ?? []), ...more];

export const TITLE: Choice = {
  ignored: /(?:及|或)?以上(?:职称)?$|职称$|[()]/g,
  words: {
    elementary: titled('elementary', '员级'),
    assistant: titled('assistant', '助理级', '助工', '初级', '初级职称', '助理'),
    intermediate: titled('intermediate', '中级', '中级职称'),
    'associate-senior': titled('associate-senior', '副高级', '副高', '高工', '高级工程师'),
    'full-senior': titled('full-senior', '正高级', '正高', '教授级高工', '正高工'),
  },
  hints: [
    [/正高/, '正高级'],
    [/^高级$/, '副高级'],
    [/中高级/, '中级'],
  ],
};

export const MODES: Choice = {
  words: {
    development: [
      '技术开发',
      '开发',
      '委托开发',
      '委托',
      '联合开发',
      '合作开发',
      '共同开发',
      '委托研发',
      '合作研发',
      '联合攻关',
      '产学研合作',
    ],
    transfer: ['技术转让', '转让', '专利转让', '成果转让', '整体转让'],
    licence: ['技术许可', '许可', '专利许可', '授权', '许可使用'],
    consulting: ['技术咨询', '咨询', '顾问'],
    service: ['技术服务', '服务', '检测服务', '配套'],
    equity: ['作价入股', '入股', '技术入股', '股权合作', '作价投资'],
    financing: ['融资', '股权融资', '招商引资', '引资'],
    settlement: ['入驻', '落地', '落户', '入园', '孵化入驻'],
  },
};

export const ENGAGEMENT: Choice = {
  words: {
    'full-time': ['全职', '全职引进', '刚性', '刚性引进', '正式', '在编'],
    flexible: ['柔性', '柔性引进', '兼职', '项目合作', '顾问', '顾问指导', '挂职', '候鸟式', '短期'],
  },
};

export const TIER: Choice = {
  words: {
    'phd-expert': ['博士专家', '博士'],
    professional: ['专业技术人才', '专业技术', '技术', '科研', '研发', '技术类', '科研类', '专技'],
    'team-lead': ['团队带头人', '学科带头人', '领军人才', '带头人'],
    'skilled-worker': ['技能人才', '技能', '技能类', '高技能人才', '技术工人'],
    other: ['其他', '管理', '管理类', '管理人才', '营销', '销售'],
  },
};

export const ORIGIN: Choice = {
  words: {
    enterprise: ['企业', '公司', '企业成果'],
    university: ['高校', '高等院校', '大学', '院校'],
    institute: ['院所', '科研院所', '研究所', '研究院', '科研机构'],
    student: ['大学生', '学生', '大学生创业'],
    returnee: ['留学人员', '留学归国人员', '海归', '留学生', '海外留学人员'],
  },
};

export const STAGE: Choice = {
  ignored: /阶段$|中$|^(?:已经|已|可以|可|能够|正在|正|处于)|(?:初期|前期|中期|后期)$|\(trl\s*\d\)$/g,
  words: {
    research: ['研发', '研究', '研制', '实验室', '实验室研究', '概念验证'],
    lab: ['小试', '样品', '样机'],
    pilot: ['中试', '小批量', '试生产'],
    industrial: ['产业化', '量产', '批量生产', '规模化', '已产业化', '规模化生产', '成熟'],
  },
  hints: [
    [/^trl\s*[1-3](?:级)?$/, '研发'],
    [/^trl\s*[45](?:级)?$/, '小试'],
    [/^trl\s*[67](?:级)?$/, '中试'],
    [/^trl\s*[89](?:级)?$/, '产业化'],
    [/初期/, '研发'],
    [/中期/, '中试'],
  ],
};

export const CONFIDENTIALITY: Choice = {
  words: {
    public: ['公开', '是', '可公开', '全部公开', '对外公开'],
    'hide-organisation': ['隐去单位', '匿名公开', '隐去企业名称', '部分公开'],
    'park-only': ['仅园区', '园区内公开', '内部'],
    sealed: ['保密', '涉密'],
  },
  hints: [[/^(?:否|不公开|不可公开)$/, '隐去单位']],
};

export const IP_OWNERSHIP: Choice = {
  words: {
    enterprise: ['企业', '归企业', '企业所有', '归甲方', '甲方', '需求方', '归需求方'],
    shared: ['共有', '共享', '双方共有', '共同所有', '双方共享'],
    supplier: ['供给方', '研发方', '乙方', '归乙方', '归研发方', '合作单位'],
    negotiable: ['协商', '面议', '可协商', '双方协商', '待定', '商议'],
  },
};

export const ORGANISATION_KIND: Choice = {
  words: {
    enterprise: [
      '企业',
      '公司',
      '国有企业',
      '民营企业',
      '国企',
      '民企',
      '私营',
      '外资企业',
      '合资企业',
      '上市公司',
      '股份制企业',
      '有限责任公司',
      '国有',
      '民营',
      '私营企业',
      '外资',
      '合资',
      '个体工商户',
    ],
    university: ['高校', '高等院校', '大学'],
    institute: ['科研院所', '院所', '研究所', '事业单位研究院'],
    operator: ['运营机构', '园区运营', '园区'],
    other: ['其他', '事业单位', '社会组织', '机关'],
  },
};

export const QUALITY: Choice = {
  words: {
    'high-tech': ['高企', '高新技术企业', '高新企业', '国家高新技术企业'],
    'above-scale': ['规上', '规模以上企业', '规上企业', '规模以上'],
    specialised: ['专精特新', '专精特新企业', '小巨人', '专精特新小巨人', '专精特新“小巨人”'],
  },
};

export const REGION: Choice = {
  words: {
    overseas: ['境外', '国外', '海外'],
    'outside-province': ['省外'],
    'outside-city': ['省内市外', '省内'],
    'outside-park': ['市内园外', '市内'],
    'in-park': ['园内存量', '园内', '园区内'],
  },
};
