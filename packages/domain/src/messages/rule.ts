/** Sentences about rules, their editions, trials, exemptions and decisions. */
import { sentence } from '../messages.ts';
import { formatDay } from '../time.ts';

const states: Record<string, { zh: string; en: string }> = {
  draft: { zh: '草稿', en: 'draft' },
  review: { zh: '审核中', en: 'in review' },
  shadow: { zh: '试运行', en: 'shadow' },
  live: { zh: '在用', en: 'live' },
  retired: { zh: '已停用', en: 'retired' },
};
const actions: Record<string, { zh: string; en: string }> = {
  load: { zh: '随产品装入', en: 'loaded with the product' },
  draft: { zh: '起草', en: 'drafted' },
  edit: { zh: '修改草稿', en: 'edited' },
  submit: { zh: '提交审核', en: 'submitted' },
  approve: { zh: '审核通过', en: 'approved' },
  return: { zh: '退回修改', en: 'returned' },
  startShadow: { zh: '开始试运行', en: 'shadow started' },
  makeLive: { zh: '启用', en: 'made live' },
  follow: { zh: '被新版本接替', en: 'followed by a newer edition' },
  retire: { zh: '停用', en: 'retired' },
  trial: { zh: '试算', en: 'tried' },
};
const kinds: Record<string, { zh: string; en: string }> = {
  policy: { zh: '政策审核', en: 'policy review' },
  clinical: { zh: '临床审核', en: 'clinical review' },
  technical: { zh: '技术审核', en: 'technical review' },
};
const counted: Record<string, { zh: string; en: string }> = {
  hit: { zh: '命中', en: 'hits' },
  clear: { zh: '未命中', en: 'clear' },
  notEvaluated: { zh: '无法判断', en: 'not evaluated' },
};
const of = (table: Record<string, { zh: string; en: string }>, name: string, language: 'zh' | 'en') => table[name]?.[language] ?? name;
const span = (from: number | null, to: number | null, open: string) =>
  `${from === null ? open : formatDay(from)} ~ ${to === null ? open : formatDay(to)}`;

/** Words of states, actions and kinds of review. */
export const ruleWords = { states, actions, kinds } as const;

export const ruleMessages = {
  'rule.notATree': sentence<{ reason: string }>(
    (f) => `不是一条规则：${f.reason}`,
    (f) => `this is no rule: ${f.reason}`,
  ),
  'rule.notCases': sentence<{ reason: string }>(
    (f) => `用例写得不对：${f.reason}`,
    (f) => `these are no cases: ${f.reason}`,
  ),
  'rule.tree': sentence<{ problem: string }>(
    (f) => `规则有误：${f.problem}`,
    (f) => `the rule does not hold: ${f.problem}`,
  ),
  'rule.badRegion': sentence<{ code: string }>(
    (f) => `行政区划应为六位数字（如 610100），* 为全域，而不是「${f.code}」`,
    (f) => `a region is six digits (such as 610100) or *, not ${f.code}`,
  ),
  'rule.region': sentence<{ region: string }>(
    (f) => (f.region === '*' ? '本局未设定行政区划，全域的版本和参数生效' : `本局的行政区划：${f.region}`),
    (f) => (f.region === '*' ? 'no region is set: editions and parameters of everywhere hold' : `region: ${f.region}`),
  ),
  'rule.badId': sentence<{ id: string }>(
    (f) => `规则编号「${f.id}」有误：用小写字母、数字和短横线，字母开头，如 local-massage-limit`,
    (f) => `rule id ${f.id}: lower-case letters, digits and hyphens, a letter first`,
  ),
  'rule.badCode': sentence<{ code: string; id: string }>(
    (f) => `规则编码 ${f.code} 已属于规则 ${f.id}；本局规则的编码写作 NC- 加规则名称`,
    (f) => `code ${f.code} belongs to rule ${f.id}; a rule of the bureau is coded NC- and its name`,
  ),
  'rule.foreignCode': sentence<{ code: string }>(
    (f) => `规则编码 ${f.code} 不在国家框架和扩展规则里；本局规则的编码写作 NC- 加规则名称`,
    (f) => `code ${f.code} is not in the framework; a rule of the bureau is coded NC- and its name`,
  ),
  'rule.parameterType': sentence<{ name: string; type: string; other: string }>(
    (f) => `参数 ${f.name} 的类型 ${f.type} 与在用规则或知识点的同名参数（${f.other}）不同，请改名`,
    (f) => `parameter ${f.name} is ${f.type}, elsewhere ${f.other}: rename it`,
  ),
  'rule.unknown': sentence<{ rule: string }>(
    (f) => `没有规则 ${f.rule}`,
    (f) => `no rule ${f.rule}`,
  ),
  'rule.unknownEdition': sentence<{ rule: string; edition: number }>(
    (f) => `规则 ${f.rule} 没有第 ${f.edition} 版`,
    (f) => `rule ${f.rule} has no edition ${f.edition}`,
  ),
  'rule.noDraft': sentence<{ rule: string }>(
    (f) => `规则 ${f.rule} 没有草稿可改：先起草新版本`,
    (f) => `rule ${f.rule} has no draft to edit`,
  ),
  'rule.draftExists': sentence<{ rule: string; edition: number; state: string }>(
    (f) => `规则 ${f.rule} 的第 ${f.edition} 版还是${of(states, f.state, 'zh')}，一条规则同时只起草一个新版本`,
    (f) => `edition ${f.edition} of rule ${f.rule} is still ${of(states, f.state, 'en')}: one new edition at a time`,
  ),
  'rule.noStep': sentence<{ rule: string; edition: number; state: string; action: string }>(
    (f) =>
      f.state === 'live' && f.action === 'edit'
        ? `第 ${f.edition} 版在用，不能修改，只能起草新版本接替`
        : `第 ${f.edition} 版处于“${of(states, f.state, 'zh')}”，不能${of(actions, f.action, 'zh')}`,
    (f) =>
      f.state === 'live' && f.action === 'edit'
        ? `edition ${f.edition} is live: it cannot be edited, only followed by another`
        : `edition ${f.edition} is ${of(states, f.state, 'en')}: it cannot be ${of(actions, f.action, 'en')}`,
  ),
  'rule.noName': sentence(
    () => '没有写明经办人（by）',
    () => 'say who acts (by)',
  ),
  'rule.noReason': sentence(
    () => '没有写明原因（why）',
    () => 'say why (why)',
  ),
  'rule.noCases': sentence<{ kind: string }>(
    (f) => `还没有${f.kind === 'clean' ? '合规' : '违规'}用例：提交前至少要有一个合规用例和一个违规用例`,
    (f) => `there is no ${f.kind} case yet: at least a clean and a violating one`,
  ),
  'rule.caseFails': sentence<{ name: string; problem: string }>(
    (f) => `用例「${f.name}」不成立：${f.problem}`,
    (f) => `case «${f.name}» does not hold: ${f.problem}`,
  ),
  'rule.case.missing': sentence<{ expected: string }>(
    (f) => `应有而没有的疑点 ${f.expected}`,
    (f) => `expected and not found ${f.expected}`,
  ),
  'rule.case.unexpected': sentence<{ found: string; says: string }>(
    (f) => `不应有的疑点 ${f.found}（${f.says}）`,
    (f) => `found and not expected ${f.found} (${f.says})`,
  ),
  'rule.case.says': sentence<{ says: string }>(
    (f) => `说明里还有没填上的内容：${f.says}`,
    (f) => `the explanation has something unknown left: ${f.says}`,
  ),
  'rule.case.count': sentence<{ answer: string; expected: number; found: number }>(
    (f) => `${of(counted, f.answer, 'zh')}应为 ${f.expected} 个，实为 ${f.found} 个`,
    (f) => `${of(counted, f.answer, 'en')}: expected ${f.expected}, found ${f.found}`,
  ),
  'rule.case.readersDiffer': sentence<{ closures: string; sql: string }>(
    (f) => `两个引擎的答案不同（命中/未命中/无法判断）：闭包 ${f.closures},SQL ${f.sql}`,
    (f) => `the two readers differ (hit/clear/not evaluated): closures ${f.closures}, SQL ${f.sql}`,
  ),
  'rule.case.broken': sentence<{ reason: string }>(
    (f) => `用例写得不对：${f.reason}`,
    (f) => `the case is broken: ${f.reason}`,
  ),
  'rule.reviewGiven': sentence<{ kind: string; by: string }>(
    (f) => `${of(kinds, f.kind, 'zh')}已由 ${f.by} 给出`,
    (f) => `the ${of(kinds, f.kind, 'en')} was given by ${f.by}`,
  ),
  'rule.reviewerDrafted': sentence<{ by: string }>(
    (f) => `${f.by} 起草或修改过这一版，不能审核自己的规则`,
    (f) => `${f.by} drafted or edited this edition and cannot review it`,
  ),
  'rule.reviewerTwice': sentence<{ by: string; kind: string }>(
    (f) => `${f.by} 已做了${of(kinds, f.kind, 'zh')}，三项审核由不同的人做`,
    (f) => `${f.by} gave the ${of(kinds, f.kind, 'en')}: the three reviews are by different persons`,
  ),
  'rule.badKind': sentence<{ kind: string }>(
    (f) => `没有「${f.kind}」这项审核（应为 policy 政策、clinical 临床、technical 技术）`,
    (f) => `no review ${f.kind} (policy, clinical or technical)`,
  ),
  'rule.reviewsMissing': sentence<{ kinds: string[] }>(
    (f) => `还缺${f.kinds.map((kind) => of(kinds, kind, 'zh')).join('、')}`,
    (f) => `still missing: ${f.kinds.map((kind) => of(kinds, kind, 'en')).join(', ')}`,
  ),
  'rule.notTried': sentence(
    () => '启用前要先试算一个过去的期间，或在试运行中跑过一次审核',
    () => 'try it on a past period, or let a review run it in shadow, before it goes live',
  ),
  'rule.twoLive': sentence<{ edition: number; region: string; from: number | null; to: number | null }>(
    (f) =>
      `第 ${f.edition} 版在${f.region === '*' ? '全域' : f.region} ${span(f.from, f.to, '不限')} 已在用，同一天同一地区不能有两个在用版本`,
    (f) => `edition ${f.edition} is live in ${f.region} ${span(f.from, f.to, 'open')}: never two for one date and region`,
  ),
  'rule.badPeriod': sentence<{ from: number; to: number }>(
    (f) => `期间有误：止于 ${formatDay(f.to)}，早于起始 ${formatDay(f.from)}`,
    (f) => `the period ends (${formatDay(f.to)}) before it begins (${formatDay(f.from)})`,
  ),
  'rule.unknownParameter': sentence<{ name: string }>(
    (f) => `规则没有参数 ${f.name}`,
    (f) => `the rule has no parameter ${f.name}`,
  ),
  'rule.badParameter': sentence<{ name: string; value: string; type: string }>(
    (f) =>
      `参数 ${f.name} 的值 ${f.value} 不合类型（应为${({ int: '整数', text: '文字', texts: '文字列表' } as Record<string, string>)[f.type] ?? f.type}）`,
    (f) => `parameter ${f.name}: ${f.value} is no ${f.type}`,
  ),
  'rule.parameterRange': sentence<{ name: string; value: number; minimum: number | null; maximum: number | null }>(
    (f) => `参数 ${f.name} 的值 ${f.value} 超出范围（${f.minimum ?? '不限'} ~ ${f.maximum ?? '不限'}）`,
    (f) => `parameter ${f.name}: ${f.value} is out of range (${f.minimum ?? 'open'} to ${f.maximum ?? 'open'})`,
  ),
  'rule.parameterTwice': sentence<{ name: string; region: string }>(
    (f) => `参数 ${f.name} 在${f.region === '*' ? '全域' : f.region}的两行日期重叠`,
    (f) => `two rows of parameter ${f.name} in ${f.region} overlap`,
  ),
  'rule.parameterOfKnowledge': sentence<{ name: string }>(
    (f) => `参数 ${f.name} 由各知识点给出，不是版本的阈值，不能校准`,
    (f) => `parameter ${f.name} is given by each knowledge row: there is nothing to calibrate`,
  ),
  'trial.notTried': sentence<{ value: number }>(
    (f) => `这次校准没有试过取值 ${f.value}：先把它列入取值再校准`,
    (f) => `the value ${f.value} was not tried in this calibration`,
  ),
  'rule.nothingChanged': sentence(
    () => '与在用版本相同，没有改动',
    () => 'nothing changed',
  ),
};
