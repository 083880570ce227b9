import type { DocumentSource, ReadDocument, ReadIndicator, ReadProject, TargetsInForce } from '@hengjian/domain';
import { withoutTags } from './amounts.ts';
import { type Phase, phaseOf, targetPhases } from './phase.ts';
import { type Branch, bare, branchOfLevel2, type Tier, tierOfBranch, tierOfLevel1 } from './words.ts';

/** One indicator row with its place in the source. */
export interface Row {
  indicator: ReadIndicator;
  project: ProjectView;
  name: string;
  tier: Tier | null;
  branch: Branch | null;
  /** The printed text of the row from its name on (sign, value, unit, weight), as far as the source has it. */
  text: string;
  /** The value cell as printed, as far as it can be told apart. */
  valueText: string;
  /** Where the value stands (a form with one cell a line prints it below the name). */
  valueLine: number;
  /** Name and value. */
  lines: number[];
}

/** A labelled cell of a form's head. */
export interface HeadCell {
  label: string;
  value: string;
  line: number;
}

/** One form of the document with its place in the source. */
export interface ProjectView {
  project: ReadProject;
  /** Where in the year it stands. */
  phase: Phase;
  /** First and last line that belong to the form. */
  from: number;
  to: number;
  rows: Row[];
  head: HeadCell[];
  /** Whose form it is, as printed; null where the form does not say. */
  org: string | null;
  /** Lines of the head and the goals (before the first indicator row). */
  headLines: number[];
}

/** A document prepared for the checks; `cells` are the trimmed cells of a line (tab or `|` between). */
export interface DocumentView {
  document: ReadDocument;
  source: DocumentSource;
  /** What the forms of this year are held against; null where nothing was adopted, or nobody asks. */
  targets: TargetsInForce | null;
  projects: ProjectView[];
  rows: Row[];
  line(number: number): string;
  cells(number: number): string[];
  /** Rows between two lines, each once: a row of a table printed with one cell a line is one row, at its first line. */
  printedRows(from: number, to: number): { line: number; cells: string[] }[];
}

/** Cells of a line of text: tabs, else bars, else (in a file of commas) commas, else wide spaces part them. */
const cellsOf = (line: string, commas: boolean): string[] => {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  if (/[|│]/.test(line)) return line.split(/[|│]/).map((cell) => cell.trim());
  if (commas)
    return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) =>
      (cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '').trim(),
    );
  return line.split(/\u3000+| {2,}/).map((cell) => cell.trim());
};

/** A text of comma separated values: most of its lines have the same commas and nothing else that parts cells. */
function isCommas(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  const commas = filled.filter((line) => !/[\t|]/.test(line) && (line.match(/,/g)?.length ?? 0) >= 2);
  return commas.length > filled.length * 0.6;
}

const LABEL =
  /^(其中[:：]?)?\s*(项目名称|转移支付名称|专项名称|部门名称|单位名称|预算（单位）名称|主管部门|实施单位|用款单位|项目单位|地区|省市|省份|县级主管部门|县级财政部门|设区市主管部门|设区市财政部门|项目负责人.*|联系人|联络电话|联系电话|年度资金总额|资金总额|项目资金总额|年度金额|总金额.*|当年度金额.*|预算金额.*|财政拨款|其他资金|其它资金|中央资金|中央补助|中央财政资金|中央财政补助|省级资金|省级补助|市级资金|市县资金|县级资金|地方资金|地方补助|单位资金|自有资金|上年结转|上年结转资金|政府性基金.*|一般公共预算.*|国有资本经营预算.*|财政专户.*|纳入专户.*|基本支出|项目支出|合计)\s*[:：]?$/;

/** Labelled cells read from the lines themselves, where the reading gives none. */
function headOf(view: Pick<DocumentView, 'cells'>, from: number, to: number): HeadCell[] {
  const head: HeadCell[] = [];
  for (let line = from; line <= to; line += 1) {
    const cells = view.cells(line);
    for (const [index, cell] of cells.entries()) {
      if (!LABEL.test(cell)) continue;
      let value = cells.slice(index + 1).find((text) => text !== '');
      const lonely = cells.filter((text) => text !== '').length === 1;
      if (value === undefined && lonely)
        value = [line + 1, line + 2].map((n) => view.cells(n).find((text) => text !== '')).find((t) => t !== undefined);
      head.push({ label: cell, value: value !== undefined && !LABEL.test(value) ? value : '', line });
    }
  }
  return head;
}

const ORG_LABELS = [/县级主管部门/, /设区市主管部门/, /实施单位|用款单位|项目单位/, /主管部门/, /(部门|单位)[）)]?名称/, /地区|省市/];

function rowOf(view: DocumentView, project: ProjectView, indicator: ReadIndicator, next: number): Row {
  const last = Math.max(indicator.line, Math.min(next - 1, indicator.line + 6, project.to));
  const numbers = Array.from({ length: last - indicator.line + 1 }, (_, index) => indicator.line + index);
  const cells = numbers.flatMap((line) => view.cells(line).map((cell) => ({ line, cell })));
  const squeezed = (text: string) => text.replace(/\s+/g, '').replace(/^指标\d+[:：]/, '');
  const at = cells.findIndex(({ cell }) => cell !== '' && squeezed(cell) === squeezed(indicator.name));
  const after = (at >= 0 ? cells.slice(at + 1) : cells).filter(({ cell }) => cell !== '');
  const wanted = indicator.value === null ? null : squeezed(String(indicator.value));
  const holds = ({ cell }: { cell: string }) =>
    wanted !== null &&
    (typeof indicator.value === 'number'
      ? (cell.replace(/(\d)[,，](?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g) ?? []).some(
          (found) => Number(found) === Math.abs(indicator.value as number),
        )
      : squeezed(cell).includes(wanted));
  const value = after.find(holds);
  const branch = branchOfLevel2(indicator.level2);
  const sign = value ? after[after.indexOf(value) - 1]?.cell : undefined;
  return {
    indicator,
    project,
    name: bare(indicator.name),
    tier: branch ? tierOfBranch(branch) : tierOfLevel1(indicator.level1),
    branch,
    text: after.map(({ cell }) => cell).join(' '),
    valueText: value ? (sign && /^[≥≤＞＜><＝=]$/.test(sign) ? `${sign}${value.cell}` : value.cell) : '',
    valueLine: value?.line ?? indicator.line,
    lines: value && value.line !== indicator.line ? [indicator.line, value.line] : [indicator.line],
  };
}

/** Lines with cells, where the tables of the source gather the lines of one row. */
function gather(split: string[][], source: DocumentSource): { line: number; cells: string[] }[] {
  const filled = (cells: string[]) => cells.filter((cell) => cell !== '').length;
  const rows = new Map<number, string[]>();
  const consumed = new Set<number>();
  for (const table of source.tables)
    for (const [index, row] of table.rows.entries()) {
      if (filled(split[row.line - 1] ?? []) > 1 || filled(row.cells) < 2) continue;
      rows.set(row.line, row.cells);
      const next = table.rows[index + 1]?.line ?? row.line + row.cells.length + 1;
      for (let line = row.line + 1; line < next; line += 1) consumed.add(line);
    }
  return split.flatMap((cells, index) => {
    const line = index + 1;
    const own = rows.get(line) ?? (consumed.has(line) ? [] : cells);
    return filled(own) > 0 ? [{ line, cells: own }] : [];
  });
}

/** Prepares a reading for the checks. Pure; every check reads the same view. */
export function viewOf(document: ReadDocument, source: DocumentSource, targets: TargetsInForce | null = null): DocumentView {
  const commas = isCommas(source.lines);
  const split = source.lines.map((line) => cellsOf(withoutTags(line), commas));
  const gathered = gather(split, source);
  const view: DocumentView = {
    document,
    source,
    targets,
    projects: [],
    rows: [],
    line: (number) => source.lines[number - 1] ?? '',
    cells: (number) => split[number - 1] ?? [],
    printedRows: (from, to) => gathered.filter((row) => row.line >= from && row.line <= to),
  };
  const phase = phaseOf(source);
  const starts = document.projects.map((project, index) => {
    if (project.line !== undefined) return project.line;
    const before = document.projects[index - 1]?.indicators.at(-1)?.line;
    return before === undefined ? 1 : before + 1;
  });
  for (const [index, project] of document.projects.entries()) {
    const from = starts[index] ?? 1;
    const to = Math.max(from, (starts[index + 1] ?? source.lines.length + 1) - 1);
    const firstRow = project.indicators[0]?.line ?? to + 1;
    const own = headOf(view, from, Math.min(firstRow - 1, to));
    const plain = (label: string) => label.replace(/[\s:：]/g, '');
    const fields = project.fields ?? [];
    // A label that the reading does not know is still a label.
    const head = [
      ...fields,
      ...own.filter((cell) => !fields.some((field) => field.line === cell.line && plain(field.label) === plain(cell.label))),
    ].sort((a, b) => a.line - b.line);
    const org =
      ORG_LABELS.map((label) => head.find((cell) => label.test(cell.label) && cell.value !== '')?.value).find((value) => value) ?? null;
    const headLines = Array.from({ length: Math.max(0, Math.min(firstRow, to + 1) - from) }, (_, n) => from + n);
    const projectView: ProjectView = {
      project,
      phase: phase(project),
      from,
      to,
      rows: [],
      head,
      org: project.kind === 'overall' ? (org ?? document.org) : org,
      headLines,
    };
    projectView.rows = project.indicators.map((indicator, n) =>
      rowOf(view, projectView, indicator, project.indicators[n + 1]?.line ?? to + 1),
    );
    view.projects.push(projectView);
    view.rows.push(...projectView.rows);
  }
  return view;
}

/** A form that declares targets (not one that scores them). */
export const isTarget = ({ phase }: ProjectView): boolean => targetPhases.includes(phase);

/** Line of the first cell that shows this amount (in 万元, or in 元 where the form is in 元); null where none does. */
export function lineOfAmount(view: DocumentView, wan: number, from = 1, to = view.source.lines.length): number | null {
  for (let line = from; line <= to; line += 1)
    for (const cell of view.cells(line)) {
      const found = /^(?:[^\d]*)(-?\d[\d,，]*(?:\.\d+)?)\s*(万元|元)?$/.exec(cell.replace(/\s+/g, ''));
      if (!found) continue;
      const value = Number((found[1] ?? '').replace(/[,，]/g, ''));
      if (value === wan || Math.abs(value / 10_000 - wan) < 1e-9) return line;
    }
  return null;
}
