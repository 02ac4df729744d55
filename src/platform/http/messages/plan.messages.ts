import type { Messages } from './messages';

export const planMessages: Messages = {
  'PLAN.NOT_FOUND': { 'zh-CN': '没有这个计划。', en: 'There is no such plan.' },
  'PLAN.TARGET_NOT_FOUND': {
    'zh-CN': '计划中没有目标“{target}”。',
    en: 'The plan has no target “{target}”.',
  },
  'PLAN.ACTIVITY_NOT_FOUND': {
    'zh-CN': '计划中没有活动 {activity}。',
    en: 'The plan has no activity {activity}.',
  },
  'PLAN.UNKNOWN_ACTIVITY': { 'zh-CN': '计划中没有这项活动。', en: 'The plan has no such activity.' },
  'PLAN.CODE_TAKEN': {
    'zh-CN': '编号为“{code}”的计划已经存在。',
    en: 'There is a plan of the code “{code}” already.',
  },
  'PLAN.FILE_TWICE': { 'zh-CN': '编号重复。', en: 'This code or number stands twice.' },
  'PLAN.FILE_NO_THEME': { 'zh-CN': '没有这个主题，请先添加。', en: 'There is no such theme; add it first.' },
  'PLAN.FILE_NO_TRACK': { 'zh-CN': '没有这个赛道，请先添加。', en: 'There is no such track; add it first.' },
  'PLAN.FILE_PERIOD': {
    'zh-CN': '起始、签约截止和落地截止须依次排列。',
    en: 'The first day, the last day of signing and the last day of landing must follow each other.',
  },
  'PLAN.IN_USE': {
    'zh-CN': '已有签约、报送或承办人归入该计划，不能整体替换或删除；请用目标规则新版本和活动状态修改。',
    en: 'Signings, submissions or organisers belong to this plan, so it cannot be replaced or removed; change its rules by new versions and its activities by their state.',
  },
  'PLAN.ACTIVITY_TAKEN': {
    'zh-CN': '活动序号 {activity} 已存在。',
    en: 'There is an activity {activity} already.',
  },
  'PLAN.TARGET_TAKEN': { 'zh-CN': '目标编号“{target}”已存在。', en: 'There is a target “{target}” already.' },
  'PLAN.HELD_WITHOUT_DAY': {
    'zh-CN': '已举办的活动须填写举办日期。',
    en: 'Give the day on which the activity was held.',
  },
  'PLAN.PARK_OR_ACTIVITY': {
    'zh-CN': '每条分解只能填写园区或活动之一。',
    en: 'Each share goes to a park or to an activity.',
  },
  'PLAN.ALLOCATED_TWICE': {
    'zh-CN': '同一园区或活动重复分解，请合并。',
    en: 'A park or activity stands twice; put its shares together.',
  },
  'PLAN.ATTRIBUTION_REASON': {
    'zh-CN': '合同日期早于活动，或晚于活动超过规定天数；归属该活动须说明理由。',
    en: 'The contract is dated before its activity or long after it; give a reason for putting it down to it.',
  },
  'PLAN.ONE_SUBJECT': { 'zh-CN': '请只指定一个签约对象。', en: 'Name one subject of a signing.' },
  'PLAN.NEEDS_A_SIGNER': { 'zh-CN': '报送须由本人登录签发。', en: 'A submission is signed by a person.' },
  'PLAN.PERIOD_TAKEN': {
    'zh-CN': '“{period}”已经报送，不能重复。',
    en: '“{period}” was submitted already.',
  },
  'PLAN.CUT_OFF': {
    'zh-CN': '截止时间须晚于上一批次，且不得晚于现在。',
    en: 'The cut-off must lie after the last one and not in the future.',
  },
  'PLAN.SAMPLE_MIX': {
    'zh-CN': '样例签约与真实签约不能一并报送，请先移除样例。',
    en: 'Sample and real signings are never submitted together; remove the sample first.',
  },
  'PLAN.SUBMISSION_NOT_FOUND': { 'zh-CN': '没有这个报送批次。', en: 'There is no such submission.' },
};
