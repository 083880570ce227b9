/** What must hold of a tree and its parameters before anything runs them. */
import { framework, ruleSchema } from '@hengjian/catalog';
import { type Issue, ruleVocabulary } from '@hengjian/domain';
import { checkRuleDeeply, compileRule, LANGUAGE_VERSION, type RuleTree, type ValueType } from '@hengjian/language';
import type { CaseFile } from './cases.ts';
import type { ParameterRow } from './ports.ts';

const problem = (code: string, facts: Record<string, unknown>): Issue => ({ code, severity: 'error', facts });

const objects = ['title', 'shape', 'parameters', 'inQuestion', 'money', 'facts', 'explain', 'on'] as const;
const texts = ['id', 'code', 'category', 'certainty', 'grain', 'reads'] as const;
const lists = ['basis', 'key', 'exemptions', 'knowledgeParams'] as const;

/** What came from outside as a tree: every part is there and of the right kind; what the parts say is `treeProblems`' affair. */
export function readTree(value: unknown): { tree: RuleTree } | { issue: Issue } {
  const wrong = (reason: string) => ({ issue: problem('rule.notATree', { reason }) });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('不是对象');
  const tree = value as { [name: string]: unknown };
  if (tree.language !== LANGUAGE_VERSION)
    return wrong(`language 应为 ${LANGUAGE_VERSION}，而不是 ${JSON.stringify(tree.language ?? null)}`);
  for (const name of texts) if (typeof tree[name] !== 'string' || tree[name] === '') return wrong(`缺少 ${name}`);
  for (const name of objects) if (typeof tree[name] !== 'object' || tree[name] === null) return wrong(`缺少 ${name}`);
  for (const name of lists) if (!Array.isArray(tree[name])) return wrong(`缺少 ${name}`);
  const { title, explain } = tree as unknown as RuleTree;
  if (!title.zh || typeof explain.zh !== 'string') return wrong('缺少中文名称或说明');
  // a tree is data: what JSON cannot carry is no part of it
  return { tree: JSON.parse(JSON.stringify(tree)) as RuleTree };
}

/** Static checks; empty where the tree may run beside the others. `others`: trees in force. */
export function treeProblems(tree: RuleTree, others: readonly RuleTree[]): Issue[] {
  const issues: Issue[] = [];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(tree.id)) issues.push(problem('rule.badId', { id: tree.id }));
  const owner = others.find((other) => other.code === tree.code && other.id !== tree.id);
  if (owner) issues.push(problem('rule.badCode', { code: tree.code, id: owner.id }));
  else if (!tree.code.startsWith('NC-') && !framework.some(({ code }) => code === tree.code) && !others.some(({ id }) => id === tree.id))
    issues.push(problem('rule.foreignCode', { code: tree.code }));
  try {
    const found = deepIssues(tree, others).filter(({ severity }) => severity === 'error');
    issues.push(...found);
    if (found.length === 0) compileRule(tree, ruleSchema);
  } catch (error) {
    issues.push(problem('rule.tree', { problem: error instanceof Error ? error.message : String(error) }));
  }
  return [...issues, ...parameterTypeProblems(tree, others)];
}

/** What is no fault and worth a look: a rule inside another, one against another, a condition that always holds. */
export function treeWarnings(tree: RuleTree, others: readonly RuleTree[]): Issue[] {
  try {
    return deepIssues(tree, others).filter(({ severity }) => severity !== 'error');
  } catch {
    return []; // what cannot be walked is said by `treeProblems`
  }
}
const deepIssues = (tree: RuleTree, others: readonly RuleTree[]): Issue[] => checkRuleDeeply(tree, ruleSchema, ruleVocabulary, others);

/** One name has one type among all that a scan reads together. */
function parameterTypeProblems(tree: RuleTree, others: readonly RuleTree[]): Issue[] {
  const types = new Map<string, ValueType>(Object.entries(ruleSchema.params));
  for (const other of others)
    if (other.id !== tree.id) for (const [name, { type }] of Object.entries(other.parameters)) types.set(name, type);
  return Object.entries(tree.parameters).flatMap(([name, { type }]) => {
    const other = types.get(name);
    return other && other !== type ? [problem('rule.parameterType', { name, type, other })] : [];
  });
}

const fitsType = (value: unknown, type: string): boolean =>
  type === 'int'
    ? Number.isSafeInteger(value)
    : type === 'text'
      ? typeof value === 'string'
      : Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Rows that name a parameter of the tree, fit its type and range, and do not overlap. */
export function parameterProblems(tree: RuleTree, rows: readonly ParameterRow[]): Issue[] {
  const issues: Issue[] = [];
  for (const [i, { name, region, from, to, value }] of rows.entries()) {
    const declared = tree.parameters[name];
    if (!declared) {
      issues.push(problem('rule.unknownParameter', { name }));
      continue;
    }
    if (from !== null && to !== null && to < from) issues.push(problem('rule.badPeriod', { from, to }));
    if (!fitsType(value, declared.type))
      issues.push(problem('rule.badParameter', { name, value: JSON.stringify(value), type: declared.type }));
    else if (typeof value === 'number' && (value < (declared.minimum ?? -Infinity) || value > (declared.maximum ?? Infinity)))
      issues.push(problem('rule.parameterRange', { name, value, minimum: declared.minimum ?? null, maximum: declared.maximum ?? null }));
    const meets = rows.some(
      (o, j) => j < i && o.name === name && o.region === region && (o.from ?? -1e9) <= (to ?? 1e9) && (from ?? -1e9) <= (o.to ?? 1e9),
    );
    if (meets) issues.push(problem('rule.parameterTwice', { name, region }));
  }
  return issues;
}

/** What came from outside as cases: a list of named cases, each of a kind and with what is expected. */
export function readCases(value: unknown): { cases: CaseFile } | { issue: Issue } {
  const wrong = (reason: string) => ({ issue: problem('rule.notCases', { reason }) });
  const list = (value as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(list)) return wrong('应有 cases 列表');
  for (const [i, one] of list.entries()) {
    const { name, kind, expect } = (one ?? {}) as { [field: string]: unknown };
    if (typeof name !== 'string' || name === '') return wrong(`第 ${i + 1} 个用例没有名称`);
    if (!['clean', 'violating', 'edge'].includes(String(kind))) return wrong(`用例「${name}」的 kind 应为 clean、violating 或 edge`);
    if (typeof expect !== 'object' || expect === null) return wrong(`用例「${name}」没有 expect`);
  }
  return { cases: JSON.parse(JSON.stringify(value)) as CaseFile };
}
