import type { Messages } from './messages';

export const identityMessages: Messages = {
  'AUTH.SESSION_NOT_FOUND': {
    'zh-CN': '该会话已结束。',
    en: 'That session has ended already.',
  },
  'AUTH.REQUIRED': { 'zh-CN': '请先登录。', en: 'Sign in first.' },
  'AUTH.WRONG_PASSWORD': { 'zh-CN': '账号或密码不正确。', en: 'The account or the password is wrong.' },
  'AUTH.THROTTLED': {
    'zh-CN': '尝试次数过多，请在 {seconds} 秒后再试。',
    en: 'Too many attempts; try again in {seconds} seconds.',
  },
  'AUTH.FORBIDDEN': { 'zh-CN': '您没有权限进行此操作。', en: 'You may not do this.' },
  'AUTH.CSRF': {
    'zh-CN': '缺少或错误的 X-CSRF-Token，请刷新页面。',
    en: 'X-CSRF-Token is missing or wrong; reload the page.',
  },
  'AUTH.SCOPE': { 'zh-CN': '该密钥没有 {scope} 权限。', en: 'The API key lacks the scope {scope}.' },
  'AUTH.PENDING': {
    'zh-CN': '登录尚未完成，请先完成下一步（{step}）。',
    en: 'Signing in is not finished; take the next step first ({step}).',
  },
  'AUTH.NO_OIDC': { 'zh-CN': '未设置统一身份认证。', en: 'No identity provider is set.' },
  'AUTH.OIDC_REFUSED': {
    'zh-CN': '统一身份认证未通过，请重试。',
    en: 'The identity provider did not confirm who you are; try again.',
  },
  'AUTH.OIDC_UNREACHABLE': {
    'zh-CN': '统一身份认证暂时无法访问，请稍后重试或使用密码登录。',
    en: 'The identity provider does not answer; try again later or use your password.',
  },
  'AUTH.OIDC_UNKNOWN': {
    'zh-CN': '您的身份在本平台没有可用账号，请联系平台经理。',
    en: 'Your identity has no account here; ask a manager.',
  },
  'AUTH.NO_STEP': { 'zh-CN': '当前不需要验证码。', en: 'No code is asked for.' },
  'AUTH.WRONG_CODE': { 'zh-CN': '验证码不正确或已使用。', en: 'The code is wrong or was used already.' },
  'USER.NO_SECOND_FACTOR': { 'zh-CN': '该用户没有设置二次验证。', en: 'This user has no second factor.' },
  'USER.PASSWORD_SHORT': {
    'zh-CN': '密码至少 15 个字符。',
    en: 'A password needs at least 15 characters.',
  },
  'USER.PASSWORD_SHORT_WITH_FACTOR': {
    'zh-CN': '密码至少 8 个字符。',
    en: 'A password needs at least 8 characters.',
  },
  'USER.PASSWORD_COMMON': {
    'zh-CN': '这个密码太常见或太简单，请换一个。',
    en: 'This password is too common or too simple; choose another.',
  },
  'USER.PASSWORD_PERSONAL': {
    'zh-CN': '密码不能包含账号。',
    en: 'A password must not contain the account name.',
  },
  'USER.PASSWORD_CLASSES': {
    'zh-CN': '密码须包含更多种类的字符（小写、大写、数字、其他）。',
    en: 'The password needs more kinds of characters: lower case, upper case, digits, others.',
  },
  'USER.SAME_PASSWORD': { 'zh-CN': '新密码不能与原密码相同。', en: 'The new password is the one before.' },
  'USER.NOT_FOUND': { 'zh-CN': '没有这个用户。', en: 'There is no such user.' },
  'USER.LOGIN_TAKEN': { 'zh-CN': '该账号已被使用。', en: 'This account name is taken.' },
  'USER.STALE': {
    'zh-CN': '用户信息已被他人修改，请刷新后再试。',
    en: 'Somebody changed this user since you read it; reload and try again.',
  },
  'USER.ROLE_NEEDS': {
    'zh-CN': '该角色必须填写此项，其他角色不得填写。',
    en: 'This role needs this field, and no other role has it.',
  },
  'USER.WRONG_PASSWORD': { 'zh-CN': '当前密码不正确。', en: 'The current password is wrong.' },
  'USER.NOT_ONESELF': { 'zh-CN': '不能停用自己的账号。', en: 'You cannot disable your own account.' },
  'VIEW.NOT_FOUND': { 'zh-CN': '没有这个视图。', en: 'There is no such view.' },
  'VIEW.TOO_MANY': {
    'zh-CN': '最多保存 {most} 个视图，请先删除不用的。',
    en: 'At most {most} views are kept; delete one that is not needed first.',
  },
  'VIEW.NO_PARK': {
    'zh-CN': '只有园区人员可以共享视图，共享范围为本园区。',
    en: 'Views are shared by people of a park, within it.',
  },
  'API_KEY.NOT_FOUND': { 'zh-CN': '没有这个密钥。', en: 'There is no such API key.' },
};
