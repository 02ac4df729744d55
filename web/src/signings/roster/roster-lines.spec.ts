import { dayOf, errorsByRow, levelOf, lineOf, monthOf, rowsOf } from './roster-lines';

const levels = [
  { code: 'senior', zh: '高级工（三级）', en: 'Senior' },
  { code: 'technician', zh: '技师（二级）', en: 'Technician' },
  { code: 'senior-technician', zh: '高级技师（一级）', en: 'Senior technician' },
];

describe('a pasted roster', () => {
  it('is read by its heading, in whatever order the columns stand', () => {
    const [row] = rowsOf(
      '序号\t单位名称\t姓名\t身份证号码\t技能等级\n1\t太原重工\t张三\t14010519900101001X\t高级工\n',
    );
    expect(row).toMatchObject({
      name: '张三',
      idNumber: '14010519900101001X',
      employer: '太原重工',
      skillLevel: '高级工',
    });
  });

  it('is read in the usual order without a heading, with commas too', () => {
    const [first, second] = rowsOf('张三,140105,高级工,,太原重工\n\n李四，140106，技师，，太原重工');
    expect([first?.name, second?.name, second?.employer]).toEqual(['张三', '李四', '太原重工']);
  });

  it('parts a column that holds the term’s first and last day', () => {
    const [row] = rowsOf('姓名,身份证号,合同起止\n张三,140105,2022-08-01至2025-07-31');
    expect(row).toMatchObject({ termFrom: '2022-08-01', termTo: '2025-07-31' });
  });

  it('takes days and months as people write them', () => {
    expect(['2022年8月1日', '2022/8/1', '20220801', '2022-08-01'].map(dayOf)).toEqual(
      Array(4).fill('2022-08-01'),
    );
    expect(['2022年8月', '202208', '2022.08'].map(monthOf)).toEqual(Array(3).fill('2022-08'));
    expect(dayOf('明年')).toBe('明年');
  });

  it('takes the longest level that a cell names', () => {
    expect(
      ['高级技师', '技师（二级）', '高级工', 'senior', '大师'].map((cell) => levelOf(cell, levels)),
    ).toEqual(['senior-technician', 'technician', 'senior', 'senior', '大师']);
  });

  it('is sent without its empty cells', () => {
    const [row] = rowsOf(
      '姓名\t身份证号\t技能等级\t用人单位\t社保起始月\n张三\t140105\t高级工\t太原重工\t2022年8月',
    );
    expect(row && lineOf(row, levels)).toEqual({
      ...{ name: '张三', idNumber: '140105', skillLevel: 'senior', employer: '太原重工' },
      socialInsuranceFrom: '2022-08',
    });
  });

  it('is told what is wrong row by row', () => {
    const errors = errorsByRow([
      { pointer: '/lines/4/idNumber', detail: '身份证号不正确。' },
      { pointer: '/title', detail: '不能为空' },
    ]);
    expect([...errors]).toEqual([[4, [{ field: 'idNumber', detail: '身份证号不正确。' }]]]);
  });
});
