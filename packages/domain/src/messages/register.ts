import { sentence } from '../messages.ts';

interface Cell {
  title: string;
  text: string;
  allowed: string;
}

export const registerMessages = {
  'register.required': sentence<Cell>(
    ({ title }) => `“${title}”必须填写`,
    ({ title }) => `${title} is required`,
  ),
  'register.not-a-date': sentence<Cell>(
    ({ title, text }) => `“${title}”不是有效日期：${text}（应为 2024-03-05）`,
    ({ title, text }) => `${title} is no date: ${text}`,
  ),
  'register.not-a-count': sentence<Cell>(
    ({ title, text }) => `“${title}”应为不小于 0 的整数：${text}`,
    ({ title, text }) => `${title} must be a whole number of at least 0: ${text}`,
  ),
  'register.not-money': sentence<Cell>(
    ({ title, text }) => `“${title}”应为金额（元，至多两位小数）：${text}`,
    ({ title, text }) => `${title} must be an amount in yuan with at most two decimals: ${text}`,
  ),
  'register.not-a-quantity': sentence<Cell>(
    ({ title, text }) => `“${title}”应为数字（至多四位小数）：${text}`,
    ({ title, text }) => `${title} must be a number with at most four decimals: ${text}`,
  ),
  'register.not-a-code': sentence<Cell>(
    ({ title, text, allowed }) => `“${title}”不在可选值之内：${text}（可选：${allowed}）`,
    ({ title, text, allowed }) => `${title} is none of its values: ${text} (${allowed})`,
  ),
  'register.not-a-flag': sentence<Cell>(
    ({ title, text }) => `“${title}”应填“是”或“否”：${text}`,
    ({ title, text }) => `${title} must be 是 or 否：${text}`,
  ),
  'register.missing-column': sentence<{ title: string }>(
    ({ title }) => `缺少必填列“${title}”，请使用模板`,
    ({ title }) => `the required column ${title} is missing`,
  ),
  'register.unknown-column': sentence<{ title: string }>(
    ({ title }) => `不认识的列“${title}”，未导入`,
    ({ title }) => `unknown column ${title} was left out`,
  ),
  'register.no-header': sentence<{ title: string }>(
    ({ title }) => `找不到表头：前 20 行里没有“${title}”的列名`,
    ({ title }) => `no header row for ${title} in the first 20 rows`,
  ),
  'register.no-entries': sentence<{ title: string }>(
    ({ title }) => `文件里没有“${title}”的记录`,
    ({ title }) => `the file holds no entry of ${title}`,
  ),
  'register.unreadable': sentence<{ reason: string }>(
    ({ reason }) => `打不开这个工作簿：${reason}`,
    ({ reason }) => `the workbook cannot be opened: ${reason}`,
  ),
  'register.unknown-register': sentence<{ id: string; known: string }>(
    ({ id, known }) => `没有台账“${id}”。已有：${known}`,
    ({ id, known }) => `no register ${id}; there are: ${known}`,
  ),
  'register.unknown-field': sentence<{ name: string; title: string }>(
    ({ name, title }) => `“${title}”没有字段“${name}”（写作 字段=值）`,
    ({ name, title }) => `${title} has no field ${name} (write field=value)`,
  ),
  'register.unknown-entry': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的台账记录`,
    ({ id }) => `no register entry ${id}`,
  ),
  'register.already-replaced': sentence<{ id: string }>(
    ({ id }) => `台账记录 ${id} 已经被更正或撤销，请更正最新的一条`,
    ({ id }) => `register entry ${id} was already corrected or withdrawn`,
  ),
  'register.period-backwards': sentence<{ from: string; to: string }>(
    ({ from, to }) => `起始日期 ${from} 晚于截止日期 ${to}`,
    ({ from, to }) => `${from} is after ${to}`,
  ),
} as const;
