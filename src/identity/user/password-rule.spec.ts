import { brokenPasswordRule } from './password-rule';

const context = { login: 'wang.gong', hasSecondFactor: false, classes: 0 };
const broken = (password: string, over = {}) => brokenPasswordRule(password, { ...context, ...over });

describe('a password', () => {
  it.each([
    ['a long enough password', undefined],
    ['密封件寿命提高到十四个月以上吧', undefined],
    ['short', 'USER.PASSWORD_SHORT'],
    ['fourteen chars', 'USER.PASSWORD_SHORT'],
    ['password123456789', 'USER.PASSWORD_COMMON'],
    ['PasswordPassword', 'USER.PASSWORD_COMMON'],
    ['football-2022-06-15', 'USER.PASSWORD_COMMON'],
    ['qwertyuiop!!!!!!!', 'USER.PASSWORD_COMMON'],
    ['ｐａｓｓｗｏｒｄ１２３４５６７８', 'USER.PASSWORD_COMMON'],
    ['202206152022061599', 'USER.PASSWORD_COMMON'],
    ['aaaaaaaaaaaaaaaa', 'USER.PASSWORD_COMMON'],
    ['Wang.Gong is my name', 'USER.PASSWORD_PERSONAL'],
  ])('such as %s: %s', (password, code) => expect(broken(password)).toBe(code));

  it('may be shorter beside a second factor, and no less rare', () => {
    expect(broken('tin kettle', { hasSecondFactor: true })).toBeUndefined();
    expect(broken('tin ket', { hasSecondFactor: true })).toBe('USER.PASSWORD_SHORT_WITH_FACTOR');
    expect(broken('football', { hasSecondFactor: true })).toBe('USER.PASSWORD_COMMON');
  });

  it('needs kinds of characters only where a deployment asks for them', () => {
    expect(broken('a long enough password', { classes: 3 })).toBe('USER.PASSWORD_CLASSES');
    expect(broken('A long enough password 7', { classes: 4 })).toBeUndefined();
  });
});
