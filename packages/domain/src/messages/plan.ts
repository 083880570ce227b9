import { sentence } from '../messages.ts';

export const planMessages = {
  'plan.not-a-plan': sentence<{ kind: string }>(
    ({ kind }) => `这份文件是${kind}，不是绩效目标表，不能作为计划采用`,
    ({ kind }) => `this document is a ${kind}, not a set of targets`,
  ),
  'plan.no-indicators': sentence(
    () => '这份文件里没有读到任何绩效指标，不能作为计划采用',
    () => 'no indicator was found in this document',
  ),
  'plan.weights': sentence<{ project: string; sum: number; expected: string }>(
    ({ project, sum, expected }) => `“${project}”的指标权重合计 ${sum}，应为 ${expected}`,
    ({ project, sum, expected }) => `the weights of ${project} sum to ${sum}, not ${expected}`,
  ),
  'plan.weights-partly': sentence<{ project: string; count: number }>(
    ({ project, count }) => `“${project}”有 ${count} 个指标没有权重，这些指标只判断是否完成，不计分`,
    ({ project, count }) => `${count} indicators of ${project} carry no weight`,
  ),
  'plan.year-differs': sentence<{ found: number; year: number }>(
    ({ found, year }) => `文件上的年度是 ${found} 年，按 ${year} 年采用`,
    ({ found, year }) => `the form is of ${found}, adopted for ${year}`,
  ),
  'plan.budget-unknown': sentence<{ project: string }>(
    ({ project }) => `“${project}”没有读到预算金额，预算执行率无法计算`,
    ({ project }) => `no budget was found for ${project}`,
  ),
  'plan.target-lost': sentence<{ project: string; name: string }>(
    ({ project, name }) => `“${project}”的指标“${name}”没有指标值`,
    ({ project, name }) => `indicator ${name} of ${project} has no target`,
  ),
  'plan.unknown': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的计划；用 hengjian plan list 查看`,
    ({ id }) => `no plan ${id}`,
  ),
  'plan.unknown-indicator': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的指标`,
    ({ id }) => `no indicator ${id}`,
  ),
  'plan.unknown-measure': sentence<{ id: string }>(
    ({ id }) => `没有口径“${id}”；用 hengjian measure list 查看`,
    ({ id }) => `no measure ${id}`,
  ),
  'plan.part-out-of-grade': sentence<{ part: number; grade: string; from: number; to: number }>(
    ({ part, grade, from, to }) => `“${grade}”的得分比例应在 ${from * 100}%～${to * 100}% 之间，填的是 ${part * 100}%`,
    ({ part, grade, from, to }) => `${grade} earns ${from}…${to} of the marks, not ${part}`,
  ),
  'plan.no-file': sentence(
    () => '打不开这个文件',
    () => 'the file cannot be opened',
  ),
  'plan.bad-json': sentence(
    () => '不是 form read --json 的输出',
    () => 'not the output of form read --json',
  ),
  'plan.not-a-number': sentence<{ text: string }>(
    ({ text }) => `不是数字：${text}`,
    ({ text }) => `not a number: ${text}`,
  ),
  'plan.unknown-grade': sentence<{ text: string }>(
    ({ text }) => `没有评定等级“${text}”（应为 achieved、partly 或 missed）`,
    ({ text }) => `no grade ${text} (achieved, partly or missed)`,
  ),
  'plan.bad-rules': sentence<{ keys: string }>(
    ({ keys }) => `评分办法文件有误，请核对：${keys}`,
    ({ keys }) => `the rule set cannot be taken: ${keys}`,
  ),
  'plan.year-invalid': sentence<{ text: string }>(
    ({ text }) => `年度应为四位数字：${text}`,
    ({ text }) => `not a year: ${text}`,
  ),
  'plan.unknown-draft': sentence<{ id: string }>(
    ({ id }) => `没有编号为 ${id} 的目标草稿，可能已经删除`,
    ({ id }) => `no draft ${id}; it may have been dropped`,
  ),
  'plan.draft-adopted': sentence<{ id: string; plan: string }>(
    ({ plan }) => `这份草稿已经作为 ${plan} 采用，不能再改；要改请从该计划另起一份草稿`,
    ({ plan }) => `this draft was adopted as ${plan}: begin another from that plan`,
  ),
  'plan.draft-moved-on': sentence<{ by: string }>(
    ({ by }) => `${by}刚刚保存过这份草稿，请刷新后再改，以免覆盖`,
    ({ by }) => `${by} saved this draft in the meantime: reload`,
  ),
  'plan.draft-row-unnamed': sentence<{ project: string; row: number }>(
    ({ project, row }) => `“${project}”第 ${row} 行没有指标名称`,
    ({ project, row }) => `row ${row} of ${project} has no name`,
  ),
  'plan.national-rules': sentence<{ id: string }>(
    ({ id }) => `${id} 是国家文件的办法，不能改；请另取一个编号`,
    ({ id }) => `${id} is a national set: choose another id`,
  ),
} as const;
