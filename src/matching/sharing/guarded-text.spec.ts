import fc from 'fast-check';
import { tellsOf, withoutContact, withoutNames } from './guarded-text';

describe('withoutContact', () => {
  it.each([
    '13812345678',
    '138 1234 5678',
    '138-1234-5678',
    '+86 13812345678',
    '0351-7654321',
    '(0351)7654321',
    '14010119850315123X',
    'li.ming@example.com',
    '微信号：liming_1985',
    'QQ 12345678',
    '１３８１２３４５６７８',
    '138.1234.5678',
    '一三八一二三四五六七八',
    'li.ming(at)example.com',
  ])('blanks %s', (contact) => {
    const text = withoutContact(`联系${contact}，或面谈`);
    expect(text).not.toContain(contact.replace(/^.*[:： ]/, ''));
    expect(text).toContain('或面谈');
  });

  it.each(['2019年获一等奖', '寿命≥12个月，压力 31.5 MPa', '合同额860万元', '牌号 AM60B 与 6061-T6'])(
    'leaves %s alone',
    (text) => {
      expect(withoutContact(text)).toBe(text);
    },
  );
});

describe('names', () => {
  it('blanks every place of a name', () => {
    expect(withoutNames('甲公司与甲公司的客户', ['甲公司'])).toBe('○○与○○的客户');
  });

  it.each([
    ['晋阳理工大学', '晋阳理工的同事'],
    ['北方密封科技股份有限公司', '现任北方密封科技总经理'],
    ['孙立新', '孙 立 新 博士'],
    ['孙立新', '孫立新，密封專家'],
    ['买买提·艾力', '买买提艾力'],
    ['John Smith', 'JOHN\u3000SMITH'],
  ])('blanks %s in %s', (name, text) => {
    expect(withoutNames(text, [name])).toContain('○○');
  });

  it('leaves a place alone that a name begins with', () => {
    expect(withoutNames('在太原工作', ['太原大学'])).toBe('在太原工作');
  });

  it('keeps all else as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = withoutNames(`${before}☂孙立新☂${after}`, ['孙立新']);
        expect(text).toBe(`${before}☂○○☂${after}`);
      }),
    );
  });

  it('notices a name or a number in what an officer wrote', () => {
    expect(tellsOf('镁合金压铸专家', ['孙立新', '晋阳理工大学'])).toBe(false);
    expect(tellsOf('晋阳理工大学的专家', ['孙立新', '晋阳理工大学'])).toBe(true);
    expect(tellsOf('电话13812345678', [])).toBe(true);
  });
});
