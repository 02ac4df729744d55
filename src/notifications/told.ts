import { z } from 'zod';
import type { Locale } from '../common/locale';
import { NEWS } from '../queues/job-catalogue';

/** Everything a person can be told of: what others did, and what they asked to be told themselves. */
export const TOLD = [...NEWS, 'alert-found'] as const;
export type Told = (typeof TOLD)[number];
export const told = z.enum(TOLD);

type Sentence = Record<Locale, string>;

/** The sentence of each; {names} are filled from the params. */
export const SENTENCES: Record<Told, Sentence> = {
  'need-submitted': { 'zh-CN': '需求 {code} 等待审核。', en: 'Need {code} waits for review.' },
  'need-accepted': {
    'zh-CN': '需求 {code} 已受理，正在审核。',
    en: 'Need {code} was accepted for review.',
  },
  'need-published': {
    'zh-CN': '需求 {code} 已发布，正在匹配。',
    en: 'Need {code} was published.',
  },
  'need-returned': {
    'zh-CN': '需求 {code} 被退回，请补充后重新提交。',
    en: 'Need {code} came back to be completed.',
  },
  'need-declined': {
    'zh-CN': '需求 {code} 未获采纳，原因见页面。',
    en: 'Need {code} was not taken up; its page says why.',
  },
  'project-submitted': { 'zh-CN': '项目 {code} 等待审核。', en: 'Project {code} waits for review.' },
  'project-accepted': {
    'zh-CN': '项目 {code} 已受理，正在审核。',
    en: 'Project {code} was accepted for review.',
  },
  'project-published': { 'zh-CN': '项目 {code} 已发布。', en: 'Project {code} was published.' },
  'project-returned': {
    'zh-CN': '项目 {code} 被退回，请补充后重新提交。',
    en: 'Project {code} came back to be completed.',
  },
  'project-declined': {
    'zh-CN': '项目 {code} 未获采纳，原因见页面。',
    en: 'Project {code} was not taken up; its page says why.',
  },
  'talent-submitted': { 'zh-CN': '人才档案 {code} 等待审核。', en: 'Profile {code} waits for review.' },
  'talent-accepted': {
    'zh-CN': '人才档案 {code} 已受理，正在审核。',
    en: 'Profile {code} was accepted for review.',
  },
  'talent-published': { 'zh-CN': '人才档案 {code} 已发布。', en: 'Profile {code} was published.' },
  'talent-returned': {
    'zh-CN': '人才档案 {code} 被退回，请补充后重新提交。',
    en: 'Profile {code} came back to be completed.',
  },
  'talent-declined': {
    'zh-CN': '人才档案 {code} 未获采纳，原因见页面。',
    en: 'Profile {code} was not taken up; its page says why.',
  },
  'share-sent': {
    'zh-CN': '您的需求 {code} 收到一条推荐，请答复。',
    en: 'There is a recommendation for {code}.',
  },
  'share-answered': { 'zh-CN': '企业答复了对接 {code}。', en: 'The enterprise answered on match {code}.' },
  'signing-recorded': {
    'zh-CN': '签约 {code} 等待园区初审。',
    en: 'Signing {code} waits for the park’s check.',
  },
  'signing-passed': { 'zh-CN': '签约 {code} 等待平台复核。', en: 'Signing {code} waits to be confirmed.' },
  'signing-returned': {
    'zh-CN': '签约 {code} 被退回补正。',
    en: 'Signing {code} came back for missing papers.',
  },
  'signing-confirmed': { 'zh-CN': '签约 {code} 已认定。', en: 'Signing {code} was confirmed.' },
  'session-follow-ups': {
    'zh-CN': '“{code}”有洽谈待回访。',
    en: 'Talks of “{code}” wait for a follow-up.',
  },
  'alert-found': {
    'zh-CN': '需求 {code} 新增 {count} 个 {score} 分以上的匹配。',
    en: 'New matches of {score} points or more for {code}: {count}.',
  },
};
