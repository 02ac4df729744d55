import type { Locale } from '../common/locale';

interface Words {
  title: string;
  lead: string;
  login: string;
  password: string;
  signIn: string;
  signOut: string;
  signedInAs: string;
  docs: string;
  counted: string;
  failed: string;
}

/** What the start page says. */
export const WORDS: Record<Locale, Words> = {
  'zh-CN': {
    title: '智创城对接平台',
    lead: '收集企业需求、项目与人才，说明谁与谁合适，并把每次对接一直推进到计入年度计划的签约。',
    login: '账号',
    password: '密码',
    signIn: '登录',
    signOut: '退出',
    signedInAs: '已登录：',
    docs: '接口文档',
    counted: '已认定 / 目标',
    failed: '登录失败，请稍后重试。',
  },
  en: {
    title: 'Innovation park matching',
    lead: 'Takes in what enterprises need, projects and talents, says who fits whom and why, and carries each match to a signing that counts.',
    login: 'Account',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedInAs: 'Signed in as ',
    docs: 'API documentation',
    counted: 'counted / goal',
    failed: 'Signing in failed; try again later.',
  },
};
