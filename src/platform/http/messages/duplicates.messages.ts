import type { Messages } from './messages';

/** Refusals about merging what was entered twice. */
export const duplicatesMessages: Messages = {
  'MERGE.NOT_FOUND': {
    'zh-CN': '没有这次合并，或您无权查看。',
    en: 'There is no such merge for you to see.',
  },
  'MERGE.NO_DISMISSAL': {
    'zh-CN': '没有标记过这两条“不是重复”。',
    en: 'Nobody has said of these two that they are two.',
  },
  'MERGE.NO_SEARCH': {
    'zh-CN': '还没有查找过这一类的重复记录。',
    en: 'Duplicates of this kind have not been looked for yet.',
  },
  'MERGE.SAME_RECORD': { 'zh-CN': '请选择两条不同的记录。', en: 'Choose two different records.' },
  'MERGE.PLATFORM_ONLY': {
    'zh-CN': '单位信息全网共用，请由平台管理员合并。',
    en: 'Organisations are shared by the whole network; the platform merges them.',
  },
  'MERGE.OTHER_PARK': {
    'zh-CN': '两条记录属于不同园区，请由平台管理员合并。',
    en: 'The records are of two parks; the platform merges them.',
  },
  'MERGE.OTHER_KIND': {
    'zh-CN': '技术需求与招聘需求不能合并。',
    en: 'A technology need and a hiring need are two things.',
  },
  'MERGE.SAMPLE': {
    'zh-CN': '其中一条是示例数据，不能与真实数据合并。',
    en: 'One of them is an example; it is not merged with what is real.',
  },
  'MERGE.AT_REST': {
    'zh-CN': '要保留的记录已撤回或归档，请先重新打开，或保留另一条。',
    en: 'The record to keep is withdrawn or archived; reopen it first, or keep the other.',
  },
  'MERGE.TWO_CODES': {
    'zh-CN': '两家单位的统一社会信用代码不同（{from} 与 {into}），不是同一单位；如有误填请先更正。',
    en: 'They have two credit codes ({from} and {into}), so they are two; if one is wrong, correct it first.',
  },
  'MERGE.TWO_PEOPLE': {
    'zh-CN': '两条档案的身份证号不同，不是同一个人。',
    en: 'The profiles have two identity numbers, so they are two people.',
  },
  'MERGE.PERSON_ELSEWHERE': {
    'zh-CN': '其中一人还有其他园区的档案或本人账号，请由平台管理员合并。',
    en: 'One of the persons is known to another park or has an account; ask the platform to merge them.',
  },
  'MERGE.SAME_SIGNING': {
    'zh-CN': '签约 {codes} 同时登记了这两条，请先更正该签约。',
    en: 'Signing {codes} names both of them; correct the signing first.',
  },
  'MERGE.SAME_SOURCE': {
    'zh-CN': '两家单位名下有同一来源的同一条记录（{codes}），请先合并这两条记录。',
    en: 'Both have the same record from one list ({codes}); merge those two first.',
  },
  'MERGE.TWO_SIGNINGS': {
    'zh-CN': '两条记录就同一对接都有有效签约（{codes}），同一对接只能保留一项。请先作废或撤销其中一项。',
    en: 'Both have a signing of the same pair that stands ({codes}); void or revoke one of them first.',
  },
  'MERGE.FIELDS': {
    'zh-CN': '所选内容放在一起不成立，请检查上下限等相关项。',
    en: 'The values chosen do not go together; look at ranges and what depends on them.',
  },
  'MERGE.FIGURES': {
    'zh-CN':
      '合并会改变计划统计数：“{name}”由 {before} 变为 {after}（另有 {others} 项）。请由平台管理员确认后办理。',
    en: 'Numbers of a plan would change: “{name}” from {before} to {after} (and {others} more). The platform has to confirm that.',
  },
  'MERGE.BUSY': {
    'zh-CN': '有人正在处理相关记录，请稍后再试。',
    en: 'Others are at work with what belongs to the two; try again in a moment.',
  },
  'MERGE.UNDONE': { 'zh-CN': '这次合并已经撤销。', en: 'The merge was taken back already.' },
  'MERGE.ERASED': {
    'zh-CN': '相关人员的信息已删除，无法再合并或撤销合并。',
    en: 'A person in it was erased; it can neither be merged nor taken back.',
  },
  'MERGE.CHANGED_SINCE': {
    'zh-CN': '合并之后记录已被修改，不能自动撤销；被并入的记录及其历史仍可查看。',
    en: 'The record was changed since the merge, so it is not taken back; the merged one and its history can still be read.',
  },
  'MERGE.NEW_SINCE': {
    'zh-CN': '合并之后又有新的业务关联到保留的记录（{what}），无法判断归属，不能自动撤销。',
    en: 'Something new hangs on the record that stayed ({what}), and nobody can tell whose it is; it is not taken back.',
  },
};
