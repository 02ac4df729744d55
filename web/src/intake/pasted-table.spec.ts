import { cellsOf, fileOf, isTable, spread, tabsOf, widthOf } from './pasted-table';

describe('a table pasted from a spreadsheet', () => {
  it('has a cell between tabs, which may hold line breaks and quotes', async () => {
    const text =
      '需求名称\t手机\t描述\r\n"密封件\n开发"\t13800138000\t"含""油""\t压力"\r\n"5 英寸管\t\t他说"好"\r\n\t\t\r\n';
    const rows = cellsOf(text);
    expect(rows).toEqual([
      ['需求名称', '手机', '描述'],
      ['密封件\n开发', '13800138000', '含"油"\t压力'],
      ['"5 英寸管', '', '他说"好"'],
    ]);
    expect(cellsOf(tabsOf(rows))).toEqual(rows);
    expect(await fileOf(rows.slice(1), '粘贴的表格.csv').text()).toBe(
      '"密封件\n开发","13800138000","含""油""\t压力"\r\n"""5 英寸管","","他说""好"""',
    );
  });

  it('ends with an empty cell where a tab ends it, and is none without headings over rows', () => {
    expect(cellsOf('甲\t')).toEqual([['甲', '']]);
    expect(cellsOf('')).toEqual([]);
    expect(['甲\t乙', '甲\n乙', '甲\t乙\n1\t2'].map((text) => isTable(cellsOf(text)))).toEqual([
      false,
      false,
      true,
    ]);
    expect(widthOf(cellsOf('甲\n乙\t丙'))).toBe(2);
  });

  it('says the words of a merged cell wherever it reaches', () => {
    const cell = (words: string, rowSpan = 1, colSpan = 1) => ({ words, rowSpan, colSpan });
    expect(
      spread([[cell('名单', 1, 3)], [cell('甲公司', 9), cell('一'), cell('二')], [cell('三')], []]),
    ).toEqual([['名单', '名单', '名单'], ['甲公司', '一', '二'], ['甲公司', '三'], ['甲公司']]);
  });
});
