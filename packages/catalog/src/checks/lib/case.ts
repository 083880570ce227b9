import {
  type DocumentKind,
  type DocumentSource,
  type IndicatorOperator,
  type Likelihood,
  planFromDocument,
  type ReadDocument,
  type ReadIndicator,
  type ReadProject,
  type TargetsInForce,
} from '@hengjian/domain';

/**
 * A case of a check as an officer writes it (`cases.yaml`): a small document and what must be found in it. Rows are a table with
 * these heads, in any order, all but 三级 optional: 一级 二级 三级 符号 值 单位 权重 完成 得分 原因 执行 预计 偏差 可能 组 修复 原文 (the value cell as
 * printed, where it is not sign, value and unit).
 */
export interface CaseForm {
  name: string;
  kind?: DocumentKind;
  budget?: number;
  unit?: '元' | '万元';
  /** Labelled cells of the head. */
  head?: Record<string, string | number>;
  goals?: string[];
  /** Lines as printed before and after the rows; cells are parted by ` | `. */
  before?: string;
  after?: string;
  rows?: string;
}

/** How a finding would be mended; where a case tells it, it tells all of it. */
export interface SuggestedCase {
  certainty: 'certain' | 'possible';
  field?: string;
  from?: string | number | null;
  to: string | number | null;
}

export interface Case {
  name: string;
  document?: { kind?: DocumentKind; year?: number; org?: string; total?: number; basic?: number; project?: number };
  text?: string;
  tables?: { name: string; rows: (string | number)[][] }[];
  forms?: CaseForm[];
  /** The targets in force that the forms are held against. */
  targets?: { approved?: boolean; forms: CaseForm[] };
  /** Every finding of the check: words that its lines hold (all of them), facts, severity. None: the check is silent. */
  finds: { at: string[]; facts?: Record<string, unknown>; severity?: string; suggests?: SuggestedCase[] }[];
}

const split = (line: string): string[] => line.split('|').map((cell) => cell.trim());

const numeric = (text: string | undefined): string | number | null =>
  text === undefined || text === '' ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;

const LIKELIHOODS: Record<string, Likelihood> = { 确定能: 'certain', 有可能: 'possible', 完全不可能: 'impossible' };
const LEVELS: Record<string, string> = { 产出: '产出指标', 效益: '效益指标', 效果: '效果指标', 满意度: '满意度指标', 成本: '成本指标' };
const suffixed = (level: string | undefined): string | null =>
  level ? (LEVELS[level] ?? (/指标|目标/.test(level) ? level : `${level}指标`)) : null;

function indicatorOf(head: string[], cells: string[], line: number): { indicator: ReadIndicator; printed: string } {
  const cell = (name: string) => cells[head.indexOf(name)];
  const value = numeric(cell('值'));
  const sign = cell('符号') ?? '';
  const operator: IndicatorOperator = (
    sign === '定性' || (sign === '' && typeof value !== 'number') ? 'qualitative' : sign || '='
  ) as IndicatorOperator;
  const unit = cell('单位') || null;
  const number = (name: string) => numeric(cell(name)) as number | null;
  const indicator: ReadIndicator = {
    level1: suffixed(cell('一级')),
    level2: suffixed(cell('二级')),
    name: cell('三级') ?? '',
    operator,
    value,
    unit,
    weight: number('权重'),
    actual: numeric(cell('完成') ?? cell('执行')),
    score: number('得分'),
    group: cell('组') || null,
    line,
    repairs: cell('修复') ? [cell('修复') as string] : [],
    ...(head.includes('预计') ? { forecast: numeric(cell('预计')) } : {}),
    ...(head.includes('可能') ? { likelihood: LIKELIHOODS[cell('可能') ?? ''] ?? null } : {}),
    ...(head.includes('原因') ? { remark: cell('原因') || null } : {}),
  };
  const target = cell('原文') || `${sign === '定性' ? '' : sign}${value ?? ''}${unit ?? ''}`;
  const rest = ['权重', '完成', '得分', '原因', '执行', '预计', '偏差', '可能']
    .filter((name) => head.includes(name))
    .map((name) => cell(name) ?? '');
  return { indicator, printed: [cell('一级') ?? '', cell('二级') ?? '', indicator.name, target, ...rest].join('\t') };
}

/** Builds the reading and the source of a case, as the reader would give them. */
export function documentOf(given: Case): { document: ReadDocument; source: DocumentSource } {
  const lines: string[] = [];
  const print = (text: string | undefined) =>
    lines.push(
      ...(text ?? '')
        .replace(/\n$/, '')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (line.includes(' | ') ? split(line).join('\t') : line)),
    );
  print(given.text);
  const tables = (given.tables ?? []).map((table) => {
    print(table.name);
    const line = lines.length;
    const rows = table.rows.map((cells) => {
      const texts = cells.map((cell) => String(cell ?? ''));
      lines.push(texts.join('\t'));
      return { line: lines.length, cells: texts };
    });
    return { name: table.name, line, rows };
  });
  const projects = (given.forms ?? []).map((form): ReadProject => {
    print(form.name);
    const line = lines.length;
    const fields = Object.entries(form.head ?? {}).map(([label, value]) => {
      lines.push(`${label}\t${value}`);
      return { label, value: String(value), line: lines.length };
    });
    for (const goal of form.goals ?? []) print(`\t${goal}`);
    print(form.before);
    const [head = '', ...rows] = (form.rows ?? '')
      .trim()
      .split('\n')
      .filter((row) => row !== '');
    if (rows.length > 0) lines.push(`\t${split(head).join('\t')}`);
    const indicators = rows.map((row) => {
      const { indicator, printed } = indicatorOf(split(head), split(row), lines.length + 1);
      lines.push(printed);
      return indicator;
    });
    print(form.after);
    return {
      name: form.name,
      kind: form.kind ?? 'project',
      budgetWan: form.budget ?? null,
      goals: form.goals ?? [],
      indicators,
      line,
      unit: form.unit ?? null,
      fields,
    };
  });
  const { kind, year, org, total, basic, project } = given.document ?? {};
  return {
    document: {
      file: 'case',
      org: org ?? null,
      year: year ?? null,
      kind: kind ?? projects[0]?.kind ?? 'project',
      totals: { totalWan: total ?? null, basicWan: basic ?? null, projectWan: project ?? null },
      projects,
      warnings: [],
    },
    source: { lines, tables },
  };
}

/** The targets in force of a case; null where it tells none. */
export function targetsOf({ targets, document }: Case): TargetsInForce | null {
  if (!targets) return null;
  const read = documentOf({ name: '', document: { kind: 'project' }, forms: targets.forms, finds: [] }).document;
  const plan = planFromDocument({ ...read, file: '目标表.docx' }, document?.year ?? 2024, 'P2024-case');
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return { plan: plan.value, approved: targets.approved ?? false };
}
