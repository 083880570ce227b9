import { sentence } from '../messages.ts';

interface Named {
  name: string;
}
interface Identified {
  id: string;
}

/** What is wrong with a knowledge file or a row of it. */
export const knowledgeMessages = {
  'knowledge.notFound': sentence(
    () => '找不到文件',
    () => 'no such file',
  ),
  'knowledge.empty': sentence(
    () => '文件里没有知识点',
    () => 'the file holds no knowledge point',
  ),
  'knowledge.encoding': sentence(
    () => '文件既不是 UTF-8 也不是 GB18030 编码，无法读取',
    () => 'the file is neither UTF-8 nor GB18030',
  ),
  'knowledge.kind': sentence<{ extension: string }>(
    ({ extension }) => `不支持的文件类型“${extension}”，请用 .jsonl、.json、.csv 或 .xlsx`,
    ({ extension }) => `unsupported file type ${extension}: use .jsonl, .json, .csv or .xlsx`,
  ),
  'knowledge.notWorkbook': sentence(
    () => '文件已损坏或不是 Excel 工作簿（.xlsx）',
    () => 'the file is damaged or no Excel workbook',
  ),
  'knowledge.cutOff': sentence(
    () => '引号没有闭合，文件可能被截断',
    () => 'a quote is never closed; the file seems cut off',
  ),
  'knowledge.badJsonFile': sentence(
    () => '文件不是完整的 JSON，可能被截断',
    () => 'the file is no whole JSON; it seems cut off',
  ),
  'knowledge.missingColumn': sentence<Named>(
    ({ name }) => `缺少列“${name}”`,
    ({ name }) => `the column ${name} is missing`,
  ),
  'knowledge.badJson': sentence(
    () => '这一行不是完整的 JSON 对象，未导入',
    () => 'this line is no whole JSON object and was left out',
  ),
  'knowledge.noId': sentence(
    () => '没有知识点编号，未导入',
    () => 'the point has no id and was left out',
  ),
  'knowledge.noRule': sentence<Identified>(
    ({ id }) => `知识点 ${id} 没有规则编码，也没有规则名称，未导入`,
    ({ id }) => `point ${id} names no rule and was left out`,
  ),
  'knowledge.noCodes': sentence<Identified & { subject: string }>(
    ({ id, subject }) => `知识点 ${id} 没有任何编码${subject ? `（${subject}）` : ''}，未导入`,
    ({ id, subject }) => `point ${id} has no codes${subject ? ` (${subject})` : ''} and was left out`,
  ),
  'knowledge.badCodes': sentence<Identified>(
    ({ id }) => `知识点 ${id} 的编码应为文字，用分号隔开，未导入`,
    ({ id }) => `the codes of point ${id} must be texts with ';' between; left out`,
  ),
  'knowledge.badParams': sentence<Identified & { text: string }>(
    ({ id, text }) => `知识点 ${id} 的参数不是 JSON 对象：${text}，未导入`,
    ({ id, text }) => `the params of point ${id} are no JSON object: ${text}; left out`,
  ),
  'knowledge.badDate': sentence<Identified & { text: string }>(
    ({ id, text }) => `知识点 ${id} 的日期无效：${text}（应为 2026-01-28），未导入`,
    ({ id, text }) => `point ${id} has an invalid date: ${text}; left out`,
  ),
  'knowledge.datesReversed': sentence<Identified>(
    ({ id }) => `知识点 ${id} 的失效日期早于生效日期，未导入`,
    ({ id }) => `point ${id} ends before it begins; left out`,
  ),
  'knowledge.repeatedId': sentence<{ count: number }>(
    ({ count }) => `有 ${count} 行的编号在前面已经出现（从这一行起），同一编号以最后一行为准，前面的作为旧版本保留`,
    ({ count }) => `${count} rows repeat an id (from this row on): the last row of an id counts, the earlier ones are kept as old versions`,
  ),
  'knowledge.missingPredecessor': sentence<Identified & { predecessor: string }>(
    ({ id, predecessor }) => `知识点 ${id} 替代的 ${predecessor} 不在知识库中；${id} 照常生效`,
    ({ id, predecessor }) => `${predecessor}, superseded by ${id}, is not in the library; ${id} counts`,
  ),
  'knowledge.lineageCycle': sentence<Identified>(
    ({ id }) => `知识点 ${id} 的替代关系成环，需人工处理`,
    ({ id }) => `point ${id} supersedes itself in a circle`,
  ),
  'knowledge.twoSuccessors': sentence<{ predecessor: string; successors: string }>(
    ({ predecessor, successors }) => `${successors} 都声明替代 ${predecessor}，需人工确定哪一条有效`,
    ({ predecessor, successors }) => `${successors} all claim to supersede ${predecessor}`,
  ),
  'knowledge.icdEmpty': sentence(
    () => '诊断名称表里没有读到“编码，名称”，无法使用',
    () => 'the table of diagnosis names holds no code and name',
  ),
  'knowledge.noPoint': sentence<Identified>(
    ({ id }) => `知识库里没有知识点 ${id}`,
    ({ id }) => `there is no knowledge point ${id}`,
  ),
  'knowledge.undecided': sentence<{ zh: string; en: string }>(
    ({ zh }) => `参数不能使用：${zh}`,
    ({ en }) => `the parameters cannot be used: ${en}`,
  ),
  'knowledge.catalogueEmpty': sentence(
    () => '目录文件里没有读到“编码”列或一行数据，未导入',
    () => 'the catalogue holds no column of codes or no row; nothing imported',
  ),
  'knowledge.catalogueBadDate': sentence<{ text: string }>(
    ({ text }) => `日期无效：${text}（应为 2026-01-28），这一行未导入`,
    ({ text }) => `invalid date: ${text}; the row is left out`,
  ),
  'knowledge.busy': sentence<{ purpose: string; processId: number }>(
    ({ purpose, processId }) => `另一个任务正在写入（${purpose}，进程 ${processId}），请稍后再试`,
    ({ purpose, processId }) => `another task is writing (${purpose}, process ${processId}); try again later`,
  ),
} as const;

/** Why a point waits for a person. */
export const knowledgeWaitingMessages = {
  unknownRule: sentence<{ rule: string }>(
    ({ rule }) => `不认识的规则“${rule}”，且没有给出参数`,
    ({ rule }) => `unknown rule ${rule} and no parameters given`,
  ),
  paramUnknown: sentence<Named>(
    ({ name }) => `参数名“${name}”不在参数字典中`,
    ({ name }) => `parameter ${name} is not in the dictionary`,
  ),
  paramType: sentence<Named & { value: string }>(
    ({ name, value }) => `参数“${name}”的值不合规定：${value}`,
    ({ name, value }) => `parameter ${name} has a wrong value: ${value}`,
  ),
  paramMissing: sentence<Named>(
    ({ name }) => `缺少参数“${name}”`,
    ({ name }) => `parameter ${name} is missing`,
  ),
  paramRange: sentence<{ from: number; to: number }>(
    ({ from, to }) => `年龄下限 ${from} 大于上限 ${to}`,
    ({ from, to }) => `the least age ${from} is above the greatest ${to}`,
  ),
  noText: sentence(
    () => '没有限定条件文字',
    () => 'there is no constraint text',
  ),
  sexBoth: sentence(
    () => '文字同时涉及男性和女性，不能确定限定性别',
    () => 'the text speaks of both sexes',
  ),
  sexNeither: sentence(
    () => '文字没有写明只用于哪一性别',
    () => 'the text names neither sex',
  ),
  sexExcluded: sentence(
    () => '文字写的是禁用或慎用人群，不能由此确定限定性别',
    () => 'the text excludes people; that does not say who may use it',
  ),
  ageNotFound: sentence(
    () => '没有写明年龄',
    () => 'no age is stated',
  ),
  ageUnclear: sentence(
    () => '年龄写法有歧义',
    () => 'the ages are ambiguous',
  ),
  adultUse: sentence(
    () => '说明书包含成人用法用量，是否儿童专用需人工确定',
    () => 'the label has adult doses too',
  ),
  settingNotFound: sentence(
    () => '没有写明允许的就医方式',
    () => 'no scene of care is stated',
  ),
  levelNotFound: sentence(
    () => '没有写明医疗机构级别',
    () => 'no level of institution is stated',
  ),
  levelFirstOnly: sentence(
    () => '只要求首次处方的机构级别，后续处方不限',
    () => 'the level is asked only for the first prescription',
  ),
  levelBySpecialty: sentence(
    () => '机构级别随医院类别或专科而不同',
    () => 'the level depends on the kind of hospital',
  ),
  insuranceUnclear: sentence(
    () => '险种限定有其他条件',
    () => 'the insurance has other conditions',
  ),
  frequencyNotFound: sentence(
    () => '没有写明次数或计价单位',
    () => 'neither a number nor a billing unit is stated',
  ),
  frequencyUnclear: sentence(
    () => '写了不止一个次数限制',
    () => 'more than one limit is stated',
  ),
  intervalNotStated: sentence(
    () => '没有写明间隔或周期次数',
    () => 'no gap and no number in a period is stated',
  ),
  intervalRange: sentence(
    () => '周期写的是一个范围，由哪个数为准需人工确定',
    () => 'the period is a range',
  ),
  courseNotFound: sentence(
    () => '没有写明支付天数',
    () => 'no number of payable days is stated',
  ),
  courseUnclear: sentence(
    () => '写了不止一个支付天数，或天数不明',
    () => 'more than one number of days is stated',
  ),
  pairCodes: sentence<{ count: number }>(
    ({ count }) => `重复收费应恰有两个不同编码（前者包含后者），现有 ${count} 个`,
    ({ count }) => `a pair needs exactly two different codes, there are ${count}`,
  ),
  pairContradicted: sentence<Named>(
    ({ name }) => `文字写明“不含”${name}，与重复收费相反`,
    ({ name }) => `the text says that ${name} is not included`,
  ),
  groupNotFound: sentence(
    () => '没有写明手术分组',
    () => 'no group of operations is stated',
  ),
  codesNeeded: sentence<Named>(
    ({ name }) => `需要人工给出对应编码（参数“${name}”）`,
    ({ name }) => `codes are needed (parameter ${name})`,
  ),
  codesUnknown: sentence<{ codes: string }>(
    ({ codes }) => `编码 ${codes} 都不在现行目录里`,
    ({ codes }) => `the catalogue in force has none of the codes ${codes}`,
  ),
  diagnosisUnmatched: sentence<Named>(
    ({ name }) => `“${name}”不能确定地对应到诊断名称`,
    ({ name }) => `${name} matches no diagnosis name with certainty`,
  ),
  lineageCycle: sentence<Identified>(
    () => '替代关系成环',
    () => 'it supersedes itself in a circle',
  ),
  twoSuccessors: sentence<{ predecessor: string }>(
    ({ predecessor }) => `另有知识点也声明替代 ${predecessor}`,
    ({ predecessor }) => `another point claims to supersede ${predecessor} too`,
  ),
} as const;
