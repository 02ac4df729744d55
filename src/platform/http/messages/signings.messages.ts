import type { Messages } from './messages';

export const signingsMessages: Messages = {
  'SIGNING.NOT_FOUND': { 'zh-CN': '没有这条签约。', en: 'There is no such signing.' },
  'SIGNING.NOT_YOURS': { 'zh-CN': '这一步须由他人办理。', en: 'This is for somebody else to do.' },
  'SIGNING.NEEDS_A_PERSON': {
    'zh-CN': '初审和认定须由本人登录办理。',
    en: 'A signing is checked and confirmed by people.',
  },
  'SIGNING.MATCH_SIGNED': {
    'zh-CN': '该对接已有一条有效签约。',
    en: 'This match has a signing already.',
  },
  'SIGNING.WRONG_KIND': {
    'zh-CN': '该对接不能按此类别签约。',
    en: 'This match cannot be signed as this kind.',
  },
  'SIGNING.WRONG_SUBJECT': {
    'zh-CN': '签约对象与类别不符，或缺少签约对象。',
    en: 'This does not fit the kind of signing, or is missing.',
  },
  'SIGNING.PARK_OF_MATCH': {
    'zh-CN': '园区须与需求所在园区一致。',
    en: 'The signing is of the park of its demand.',
  },
  'SIGNING.NO_SUBJECT': {
    'zh-CN': '找不到签约对象；人才签约须先登记姓名。',
    en: 'The subject is not known; a talent needs a name before signing.',
  },
  'SIGNING.NOTHING_PROVED': {
    'zh-CN': '所附材料不能证明任何协议，请检查材料类别和要素。',
    en: 'The papers prove nothing; look at their kinds and what they state.',
  },
  'SIGNING.REASON_MISSING': {
    'zh-CN': '请勾选缺少的材料或填写原因。',
    en: 'Tick the papers that are missing, or give a reason.',
  },
  'SIGNING.OUTSIDE_ABOVE_AGREED': {
    'zh-CN': '其中省外引资额不能大于协议引资额。',
    en: 'The share from outside the province is above the investment agreed.',
  },
  'SIGNING.NOT_EDITABLE': {
    'zh-CN': '该签约已认定或已终结，不能修改。',
    en: 'The signing is confirmed or over and can no longer be changed.',
  },
  'SIGNING.OVER': {
    'zh-CN': '该签约已不予认定、撤销或作废。',
    en: 'The signing was refused, withdrawn or is void.',
  },
  'SIGNING.CONFIRMED': {
    'zh-CN': '签约已认定，这份材料会改变已计入的结果；请先撤销认定，或登记进展。',
    en: 'The signing is confirmed and this paper would change what was counted; withdraw the confirmation first, or record a milestone.',
  },
  'SIGNING.ILLEGAL_STEP': {
    'zh-CN': '签约当前状态不能进行此操作。',
    en: 'The signing is not in a state for this.',
  },
  'SIGNING.SAME_PERSON': {
    'zh-CN': '初审人与认定人不能是同一人。',
    en: 'Whoever checked a signing cannot confirm it.',
  },
  'SIGNING.PAPER_NOT_FOUND': { 'zh-CN': '没有这份材料。', en: 'There is no such paper.' },
  'SIGNING.PAPER_IN_USE': {
    'zh-CN': '有进展以此材料为证，不能移除。',
    en: 'A milestone rests on this paper.',
  },
  'SIGNING.MILESTONE_EXISTS': { 'zh-CN': '该进展已登记。', en: 'This milestone is recorded already.' },
  'SIGNING.MILESTONE_NOT_FOUND': { 'zh-CN': '没有这项进展。', en: 'There is no such milestone.' },
  'SIGNING.MILESTONE_OF_OTHER_KIND': {
    'zh-CN': '此类签约没有该项进展。',
    en: 'This kind of signing has no such milestone.',
  },
  'SIGNING.MILESTONE_UNPROVED': {
    'zh-CN': '所选材料不足以证明该进展。',
    en: 'The papers chosen do not prove this milestone.',
  },
  'SIGNING.SUBJECT_NOT_FOUND': { 'zh-CN': '签约中没有此人或项目。', en: 'The signing has no such subject.' },
  'SIGNING.FUTURE_DAY': { 'zh-CN': '日期不能晚于今天。', en: 'The day is yet to come.' },
  'SIGNING.ROSTER_REFUSED': {
    'zh-CN': '花名册有 {lines} 行不能录入，见各行原因；未写入任何一行。',
    en: '{lines} lines of the roster were refused, each with its reason; nothing was written.',
  },
  'SIGNING.ROSTER_NOT_PERSONAL': {
    'zh-CN': '花名册扫描件须按个人信息材料上传。',
    en: 'The scan of a roster must be uploaded as a file with people’s data.',
  },
  'SIGNING.ROSTER_ID_NUMBER': { 'zh-CN': '身份证号不正确。', en: 'The identity number is not valid.' },
  'SIGNING.ROSTER_TWICE': {
    'zh-CN': '同一人在本花名册中出现两次。',
    en: 'The same person stands twice in this roster.',
  },
  'SIGNING.ROSTER_ELSEWHERE': {
    'zh-CN': '此人已在另一份有效花名册中。',
    en: 'This person stands on another roster.',
  },
  'SIGNING.ROSTER_OTHER_NAME': {
    'zh-CN': '该身份证号登记的姓名不同。',
    en: 'The identity number is known with another name.',
  },
};
