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

  it('notices a name or a number in what an officer wrote', () => {
    expect(tellsOf('镁合金压铸专家', ['孙立新', '晋阳理工大学'])).toBe(false);
    expect(tellsOf('晋阳理工大学的专家', ['孙立新', '晋阳理工大学'])).toBe(true);
    expect(tellsOf('电话13812345678', [])).toBe(true);
  });
});
