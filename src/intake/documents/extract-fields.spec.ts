import type { DocumentLine } from './document';
import { extractFields } from './extract-fields';
import type { DocumentKind } from './labels';

const row = (...cells: string[]): DocumentLine => ({ cells, isRow: true });
const heading = (words: string): DocumentLine => ({ cells: [words], isHeading: true });
const line = (...cells: string[]): DocumentLine => ({ cells });
const read = (kind: DocumentKind, ...lines: DocumentLine[]): Record<string, string> =>
  Object.fromEntries(extractFields({ lines }, kind).map(({ field, words }) => [field, words]));

describe('fields of a document', () => {
  it('are read under labels set above their words, of several posts the first', () => {
    const found = read(
      'hiring-needs',
      row('岗位名称', '人数', '学历', '专业', '薪资'),
      row('热处理工程师', '2', '本科及以上', '金属材料', '8000-12000元/月'),
      row('钳工', '5', '中专', '机电', '6000元/月'),
    );
    expect(found).toEqual({
      title: '热处理工程师',
      headcount: '2',
      education: '本科及以上',
      fields: '金属材料',
      pay: '8000-12000元/月',
    });
  });

  it('are read in tables of schooling and posts: the highest, the present', () => {
    const found = read(
      'talents',
      row('教育\n背景', '起止时间', '国家/院校', '专业', '学历学位'),
      row('2006.09-2009.03', '中国/沈阳工业大学', '电机与电器', '硕士'),
      row('2009.10-2014.02', '德国/莱茵塔尔工业大学', '电机工程', '博士（Dr.-Ing.）'),
      row('工作\n经历', '起止时间', '单位', '职务'),
      row('2014.03-2018.05', '亚琛某汽车研究所', '助理研究员'),
      row('2018.06-至今', 'Rheintal Antriebstechnik GmbH', '高级研发工程师'),
    );
    expect(found).toMatchObject({
      school: '莱茵塔尔工业大学',
      field: '电机工程',
      education: '博士',
      employer: 'Rheintal Antriebstechnik GmbH',
      post: '高级研发工程师',
    });
  });

  it('mean in the part that tells of wishes what they say there', () => {
    const found = read(
      'talents',
      heading('最近工作'),
      line('职位：质量经理'),
      heading('求职意向'),
      line('期望职位：工艺工程师 | 15-20K | 太原'),
      line('地点：太原、晋中'),
    );
    expect(found).toMatchObject({
      post: '质量经理',
      postWanted: '工艺工程师',
      pay: '15-20K',
      cities: '太原',
    });
  });

  it('are read from what somebody tells of themselves', () => {
    const found = read(
      'talents',
      line(
        '大家好，我叫武二旺，男，2004年从长治技师学院数控加工专业毕业（中技），之后进入晋东液压机械厂当学徒。',
      ),
      line(
        '2015年考取数控车工高级工，2019年晋升技师，证书号是S000014040215。半个月就能上班，工资八千左右就可以。',
      ),
    );
    expect(found).toMatchObject({
      name: '武二旺',
      school: '长治技师学院',
      field: '数控加工',
      education: '中技',
      employer: '晋东液压机械厂',
      skillLevel: '技师',
      certificateNo: 'S000014040215',
      availableFrom: '半个月',
      pay: '八千左右',
    });
  });

  it('are read in brackets, ticked before or behind their words', () => {
    const project = read(
      'projects',
      row('项目成熟度', '实验室阶段（ ）中试阶段（ ）产业化阶段（√）'),
      row('知识产权', '有（√）无（ ）；实用新型5项'),
      row('合作方式', '□融资 ☑技术转让 ☑合作开发'),
    );
    expect(project).toEqual({ stage: '产业化阶段', patents: '实用新型5项', modes: '技术转让\n合作开发' });
    const need = read(
      'technology-needs',
      line('需求单位：阳泉某矿业集团有限公司（联系人：韩工，13111112222）'),
      line('技术需求：喷浆回弹率30%，需研制自动喷浆机器人。'),
    );
    expect(need).toEqual({
      organisation: '阳泉某矿业集团有限公司',
      contact: '韩工',
      phone: '13111112222',
      text: '喷浆回弹率30%，需研制自动喷浆机器人。',
    });
  });

  it('keep a sign that belongs to a figure and drop one that begins a line', () => {
    const found = read('technology-needs', row('预期指标', '-40℃冲击功≥12J\n- 合格率≥98%'));
    expect(found).toEqual({ indicators: '-40℃冲击功≥12J\n合格率≥98%' });
  });
});
