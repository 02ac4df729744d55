import type { Messages } from './messages';

/** What importing refuses, asks and notes. */
export const intakeMessages: Messages = {
  'IMPORT.OLD_SPREADSHEET': {
    'zh-CN': '这是旧版文件（.xls、.doc），请在 WPS 或 Office 中另存为 .xlsx、.docx 后再上传。',
    en: 'This is a file of the old kind (.xls, .doc): save it as .xlsx or .docx and send that.',
  },
  'IMPORT.NOT_A_LIST': {
    'zh-CN': '这类名单请上传 .xlsx 或 .csv 表格。',
    en: 'Send such a list as an .xlsx or .csv file.',
  },
  'IMPORT.ARCHIVE': {
    'zh-CN': '文件解压后过大，疑似异常文件，已拒收。',
    en: 'The file unpacks to more than such a document can hold and was refused.',
  },
  'IMPORT.NO_TEXT': {
    'zh-CN': '文件里只有图片，没有可读的文字；请上传 Word 或带文字的 PDF。',
    en: 'The file holds pictures only: send a document with text.',
  },
  'IMPORT.NO_FIELDS': {
    'zh-CN': '没有在文档中找到可用的信息，请核对名单类型。',
    en: 'Nothing of this form was found in the document: check the kind.',
  },
  'IMPORT.BROKEN': {
    'zh-CN': '文件已损坏或格式不对，请重新另存后再上传。',
    en: 'The file is damaged: save it anew and send that.',
  },
  'IMPORT.ENCRYPTED': {
    'zh-CN': '文件有密码保护，请去掉密码后再上传。',
    en: 'The file is protected by a password: take it off and send the file again.',
  },
  'IMPORT.TOO_HEAVY': {
    'zh-CN': '文件过于庞大，无法在限定时间内读取；请拆分后再上传。',
    en: 'The file takes too much to read: split it and send the parts.',
  },
  'IMPORT.TOO_MANY_ROWS': {
    'zh-CN': '一次最多导入 50,000 行，请拆分后再上传。',
    en: 'At most 50,000 rows at once: split the list.',
  },
  'IMPORT.NO_HEADER': {
    'zh-CN': '没有找到表头：请保留表头一行（如“企业名称、需求名称”），或改用模板。',
    en: 'No row of headings was found: keep it, or use the template.',
  },
  'IMPORT.NO_ROWS': { 'zh-CN': '表头下面没有数据行。', en: 'No row follows the headings.' },
  'IMPORT.NOT_FOUND': {
    'zh-CN': '没有这次导入，或您无权查看。',
    en: 'There is no such import for you to see.',
  },
  'IMPORT.STATE': {
    'zh-CN': '这次导入目前不能这样操作，请刷新后再看。',
    en: 'This cannot be done with the import as it is now; look again.',
  },
  'IMPORT.ROW_NOT_FOUND': { 'zh-CN': '没有这一行。', en: 'There is no such row.' },
  'IMPORT.ROW_DONE': { 'zh-CN': '这一行已经导入，不能再改。', en: 'This row is in already and stays.' },
  'IMPORT.NOT_A_DOCUMENT': {
    'zh-CN': '这个文件不是 .docx、.xlsx 或有文字的 .pdf，请另存后重新上传。',
    en: 'This file is neither .docx, .xlsx nor .pdf: save it as one of them and send it again.',
  },
  'IMPORT.LONG_LIST': {
    'zh-CN': '压缩包里的这张表超过 500 行，请作为名单单独上传。',
    en: 'This list of the archive has more than 500 rows: send it by itself.',
  },
  'IMPORT.TOO_MANY_DOCUMENTS': {
    'zh-CN': '压缩包里的文档超过 500 份，请分批上传。',
    en: 'The archive holds more than 500 documents: send it in parts.',
  },
  'IMPORT.LEVELS': {
    'zh-CN': '压缩包套了三层以上，请解开后再上传。',
    en: 'Archives are packed within each other more than three deep: unpack them first.',
  },
  'IMPORT.UNKNOWN_SHEET': { 'zh-CN': '文件里没有这个工作表。', en: 'The file has no such sheet.' },
  'IMPORT.NO_CONTACT': {
    'zh-CN': '导入的名单没有写明联系人。',
    en: 'The list it came by named no contact.',
  },
  'IMPORT.UNKNOWN_COLUMN': { 'zh-CN': '表格里没有这一列。', en: 'The list has no such column.' },
  'IMPORT.SOURCE_MISSING': {
    'zh-CN': '导入人员名单须写明来源单位和授权方式。',
    en: 'A list of people needs its source and the ground on which it may be used.',
  },
  'IMPORT.ROSTER_SCAN': {
    'zh-CN': '批量签约须附盖章的花名册扫描件和签约名称。',
    en: 'A batch signing needs the sealed scan and a title.',
  },
  'IMPORT.ROSTER_REVERT': {
    'zh-CN': '批量签约不能撤销导入，请在签约中作废。',
    en: 'A batch signing is not reverted here: void the signing.',
  },
  'IMPORT.NOTHING_TO_DO': { 'zh-CN': '没有可以导入的行。', en: 'No row is ready.' },

  'IMPORT.MISSING': { 'zh-CN': '必填，未填写。', en: 'This must be filled in.' },
  'IMPORT.TOO_LONG': { 'zh-CN': '最多 {max} 个字。', en: 'At most {max} characters.' },
  'IMPORT.FORMULA': {
    'zh-CN': '公式没有结果，请改为数值或文字。',
    en: 'A formula without a result: put the value itself.',
  },
  'IMPORT.STORED_AS_NUMBER': {
    'zh-CN': '号码被表格存成了数字，末几位已丢失；请将该列设为“文本”后重新填写。',
    en: 'The code was stored as a number and lost its last digits: make the column text and enter it again.',
  },
  'IMPORT.OUT_OF_RANGE': { 'zh-CN': '须在 {least} 到 {most} 之间。', en: 'Must be {least} to {most}.' },
  'IMPORT.HOW_MANY': { 'zh-CN': '具体是几人？', en: 'How many exactly?' },
  'IMPORT.YEARS': { 'zh-CN': '至少几年？请填整数。', en: 'How many years at least?' },
  'IMPORT.AREA': { 'zh-CN': '是多少平方米？', en: 'How many square metres?' },
  'IMPORT.ABOUT': { 'zh-CN': '写的是约数，请确认金额或数量。', en: 'It says “about”: confirm the figure.' },
  'IMPORT.AMOUNT': {
    'zh-CN': '看不出金额，请填数字和单位。',
    en: 'No amount can be read: give figure and unit.',
  },
  'IMPORT.UNIT': {
    'zh-CN': '单位是元还是万元？表头和单元格都没有写。',
    en: 'Yuan or 10,000 yuan? Neither heading nor cell says.',
  },
  'IMPORT.PERIOD': { 'zh-CN': '是月薪还是年薪？', en: 'A month’s pay or a year’s?' },
  'IMPORT.FRACTION': { 'zh-CN': '金额不能有不足一元的零头。', en: 'An amount holds no fraction of a yuan.' },
  'IMPORT.NO_SUCH_DAY': { 'zh-CN': '没有这一天。', en: 'There is no such day.' },
  'IMPORT.WHICH_DAY': { 'zh-CN': '具体是哪一天？', en: 'Which day exactly?' },
  'IMPORT.WHICH_MONTH': { 'zh-CN': '是哪年哪月？', en: 'Which month of which year?' },
  'IMPORT.TERM': {
    'zh-CN': '请写成“2022.7.1-2025.6.30”这样的起止日期。',
    en: 'Give both days, as in 2022.7.1-2025.6.30.',
  },
  'IMPORT.WHICH_CHOICE': { 'zh-CN': '对应哪一项？', en: 'Which one is meant?' },
  'IMPORT.YES_OR_NO': { 'zh-CN': '是还是否？', en: 'Yes or no?' },
  'IMPORT.INDUSTRY': {
    'zh-CN': '请填国民经济行业（GB/T 4754）的代码或全称。',
    en: 'Give the code or full name of GB/T 4754.',
  },
  'IMPORT.PHONE': { 'zh-CN': '不是有效的电话号码。', en: 'This is no telephone number.' },
  'IMPORT.WHICH_PHONE': { 'zh-CN': '有多个号码，用哪一个？', en: 'Several numbers: which one?' },
  'IMPORT.EMAIL': { 'zh-CN': '不是有效的邮箱。', en: 'This is no e-mail address.' },
  'IMPORT.REFUSED_VALUE': { 'zh-CN': '这个值不符合要求。', en: 'This value is not accepted.' },
  'IMPORT.SAME_AS_ROW': {
    'zh-CN': '与第 {row} 行同名但内容不同：是同一项还是两项？',
    en: 'The same name as row {row} with other content: one thing or two?',
  },
  'IMPORT.OTHER_CODE': {
    'zh-CN': '平台上同名单位的信用代码与此不同，请核对。',
    en: 'The organisation of this name has another credit code: check it.',
  },
  'IMPORT.SIMILAR': {
    'zh-CN': '与 {code} 内容高度相似（{percent}%）：是否重复？',
    en: 'Very like {code} ({percent}%): the same thing?',
  },
  'IMPORT.SIMILAR_ROW': {
    'zh-CN': '与第 {row} 行内容高度相似（{percent}%）：是否重复？',
    en: 'Very like row {row} ({percent}%): the same thing?',
  },
  'IMPORT.KNOWN_TO_NETWORK': {
    'zh-CN': '网络内其他园区已有高度相似的记录（{percent}%）：是否重复？',
    en: 'Another park has a very similar record ({percent}%): the same thing?',
  },
  'IMPORT.FAILED': { 'zh-CN': '保存时被拒绝。', en: 'It was refused when it was stored.' },
  'IMPORT.CHANGED_SINCE': {
    'zh-CN': '记录在导入后又有改动，未撤销。',
    en: 'It was changed since and stays.',
  },

  'IMPORT.PROTECTED_SKIPPED': {
    'zh-CN': '不读取 {count} 列（{names}）：这些信息不参与匹配。',
    en: '{count} columns were not read ({names}): they must not decide a match.',
  },
  'IMPORT.COLUMNS_KEPT': {
    'zh-CN': '{count} 列没有对应字段（{names}），其内容保留在正文中。',
    en: '{count} columns have no field of their own ({names}); their words go into the text.',
  },
  'IMPORT.HIDDEN_SHEETS': {
    'zh-CN': '未读取隐藏的工作表：{names}。',
    en: 'Hidden sheets were not read: {names}.',
  },
  'IMPORT.OTHER_SHEETS': {
    'zh-CN': '未读取其他工作表：{names}。',
    en: 'Other sheets were not read: {names}.',
  },
  'IMPORT.MACROS_IGNORED': {
    'zh-CN': '文件含宏，已忽略。',
    en: 'The file carries macros; they were ignored.',
  },
};
