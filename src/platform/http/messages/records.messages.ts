import type { Messages } from './messages';

/** Refusals about parks, organisations, files, needs, projects and talents. */
export const recordsMessages: Messages = {
  'INPUT.BLANK': { 'zh-CN': '不能为空白。', en: 'This must not be blank.' },
  'INPUT.RANGE': { 'zh-CN': '下限不能大于上限。', en: 'The lower end must not be above the upper end.' },
  'PARK.NOT_FOUND': { 'zh-CN': '没有园区“{park}”。', en: 'There is no park “{park}”.' },
  'PARK.CODE': { 'zh-CN': '园区编号形如 NO.12。', en: 'A park’s code looks like NO.12.' },
  'PARK.CODE_TAKEN': { 'zh-CN': '园区“{park}”已存在。', en: 'There is a park “{park}” already.' },
  'ORGANISATION.NOT_FOUND': { 'zh-CN': '没有这个单位。', en: 'There is no such organisation.' },
  'ORGANISATION.NOT_YOURS': {
    'zh-CN': '企业只能修改本单位信息，其类别、来源地和资质由园区认定。',
    en: 'An enterprise edits its own entry; kind, region and qualities are for the park to state.',
  },
  'ORGANISATION.USCC': {
    'zh-CN': '统一社会信用代码不正确，请核对 18 位代码。',
    en: 'This is not a unified social credit code; check its 18 characters.',
  },
  'ORGANISATION.USCC_TAKEN': {
    'zh-CN': '该统一社会信用代码的单位已经存在。',
    en: 'An organisation with this credit code exists already.',
  },
  'ORGANISATION.INDUSTRY': {
    'zh-CN': '请填写国民经济行业代码，例如 C3985。',
    en: 'Give a GB/T 4754 code, such as C3985.',
  },
  'RECORD.NOT_FOUND': {
    'zh-CN': '没有这条记录，或您无权查看。',
    en: 'There is no such record for you to see.',
  },
  'RECORD.NOT_YOURS': {
    'zh-CN': '这条记录由其他单位或园区管理。',
    en: 'This record is for others to change.',
  },
  'RECORD.NOT_EDITABLE': {
    'zh-CN': '当前状态下不能修改，请先重新打开。',
    en: 'In this status it cannot be changed; reopen it first.',
  },
  'RECORD.MOVE_REFUSED': {
    'zh-CN': '当前状态不允许此操作，请刷新后查看可用的操作。',
    en: 'A record that is {status} cannot be moved this way ({move}).',
  },
  'RECORD.MERGED': {
    'zh-CN': '该记录已并入另一条记录，请在保留的记录上操作。',
    en: 'This record was merged into another; work on the one that was kept.',
  },
  'RECORD.REASON_MISSING': { 'zh-CN': '请说明需要补充的内容。', en: 'Say what is to be completed.' },
  'RECORD.CLOSE_REASON_MISSING': { 'zh-CN': '请选择关闭原因。', en: 'Choose why it is closed.' },
  'RECORD.EXPIRED': {
    'zh-CN': '有效期已过，请先修改截止日期。',
    en: 'Its last day has passed; change that day first.',
  },
  'RECORD.PARK_MISSING': { 'zh-CN': '请选择园区。', en: 'Choose a park.' },
  'RECORD.PARK_UNKNOWN': { 'zh-CN': '没有这个园区。', en: 'There is no such park.' },
  'RECORD.ORGANISATION_UNKNOWN': { 'zh-CN': '没有这个单位。', en: 'There is no such organisation.' },
  'NEED.KIND_FIXED': {
    'zh-CN': '需求类别不能更改，请填写与类别相符的内容。',
    en: 'The kind of a need stays; send the details of its kind.',
  },
  'NEED.PROTECTED_WISH': {
    'zh-CN': '招聘需求不得限定性别、年龄、民族、籍贯或婚育状况，请删除后重新提交。',
    en: 'A hiring need may not ask for sex, age, ethnicity, birthplace or marriage; take that out.',
  },
  'NEED.WISH_SEX': { 'zh-CN': '此处限定了性别。', en: 'This asks for a sex.' },
  'NEED.WISH_AGE': { 'zh-CN': '此处限定了年龄。', en: 'This asks for an age.' },
  'NEED.WISH_ETHNICITY': { 'zh-CN': '此处限定了民族。', en: 'This asks for an ethnicity.' },
  'NEED.WISH_BIRTHPLACE': { 'zh-CN': '此处限定了籍贯或户籍。', en: 'This asks for a birthplace.' },
  'NEED.WISH_MARRIAGE': { 'zh-CN': '此处限定了婚育状况。', en: 'This asks for a marital status.' },
  'CONSENT.LINK_OVER': {
    'zh-CN': '链接已使用、已过期或不存在，请联系发送人重新发送。',
    en: 'The link was used, has run out, or does not exist. Ask whoever sent it for a new one.',
  },
  'PERSON.NOT_FOUND': { 'zh-CN': '没有这个人。', en: 'There is no such person.' },
  'PERSON.NOT_YOURS': {
    'zh-CN': '个人信息由本人或平台删除。',
    en: 'The platform erases people, or they themselves do.',
  },
  'REVIEW.NOT_FOUND': { 'zh-CN': '没有这条待答复的复核申请。', en: 'There is no such open request.' },
  'TALENT.NO_PERSON': { 'zh-CN': '该档案没有对应的个人。', en: 'This profile names no person.' },
  'ATTACHMENT.NOT_FOUND': {
    'zh-CN': '没有这个文件，或您无权查看。',
    en: 'There is no such file for you to see.',
  },
  'ATTACHMENT.TOO_LARGE': { 'zh-CN': '文件不能超过 20 MB。', en: 'A file may have at most 20 MB.' },
  'ATTACHMENT.EMPTY': { 'zh-CN': '文件是空的。', en: 'The file is empty.' },
  'ATTACHMENT.NAME': { 'zh-CN': '请提供文件名。', en: 'Give the file a name.' },
  'ATTACHMENT.ATTACHED': { 'zh-CN': '该文件已用于其他记录。', en: 'This file belongs to a record already.' },
  'IMPORT.FILE': { 'zh-CN': '无法读取文件 {file}。', en: 'Cannot read {file}.' },
  'IMPORT.ENCODING': { 'zh-CN': '文件不是 UTF-8 编码。', en: 'The file is not UTF-8.' },
  'IMPORT.LINE': { 'zh-CN': '第 {line} 行有误：{why}', en: 'Line {line}: {why}' },
  'IMPORT.ORGANISATION': {
    'zh-CN': '没有唯一的单位“{named}”。',
    en: 'There is no single organisation “{named}”.',
  },
};
