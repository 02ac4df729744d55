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
  'API_KEY.NOT_FOUND': { 'zh-CN': '没有这个密钥。', en: 'There is no such API key.' },
};
