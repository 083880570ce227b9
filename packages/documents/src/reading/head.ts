// The head of a form: labelled cells above (and goals beside) the indicator table.
import { HEAD_LABELS } from '@hengjian/catalog';
import { asPrinted, foldWidth, managedAspects, managedProblem, squeeze } from '@hengjian/domain';
import type { DocumentGrid } from '../grid/grid.ts';
import { LAYOUTS } from './headers.ts';
import { filled, type Token, tokensOf } from './tokens.ts';
import { isLabel, isThisLabel, labelOf } from './words.ts';

export interface LabelledValue {
  label: string;
  /** Text as it stands, paragraphs separated by line breaks. */
  value: string;
  line: number;
  labelLine: number;
}

const OWN_LABELS = new Set(
  LAYOUTS.flatMap(([, layout]) => [
    ...(layout.nameLabels ?? []),
    ...layout.orgLabels,
    ...layout.budgetLabels,
    ...layout.goalLabels,
    ...(layout.parts ? [...layout.parts.basic, ...layout.parts.project, ...layout.parts.total] : []),
  ]),
);
const ALL_LABELS = [...new Set([...HEAD_LABELS, ...OWN_LABELS])];
export const isHeadLabel = (text: string): boolean => isLabel(text, ALL_LABELS) || /^其中[:：]/.test(squeeze(text));

const NUMBER = /-?\d+(?:,\d{3})*(?:\.\d+)?/;
/** A money cell: 1503.89, 99.96万元, 1,200元; null where the cell holds no single amount. */
export function amountIn(text: string): { amount: number; unit: '元' | '万元' | '亿元' | null } | null {
  const plain = foldWidth(text).replace(/\s+/g, '');
  const match = new RegExp(`^(?:人民币|¥|￥)?(${NUMBER.source})(万元|亿元|元|万)?$`).exec(plain);
  if (!match?.[1]) return null;
  const unit = match[2] === '万' ? '万元' : ((match[2] as '元' | '万元' | '亿元' | undefined) ?? null);
  return { amount: Number(match[1].replace(/,/g, '')), unit };
}

const INLINE = new RegExp(
  `(?<=^|[\\s\\u3000;；,，])(?=(?:${[...ALL_LABELS]
    .sort((a, b) => b.length - a.length)
    .map((label) => label.replace(/[()]/g, '[（()）]'))
    .join('|')})\\s*[:：])`,
  'g',
);
/** 「项目名称:… 主管部门:…」 in one cell are several labelled values. */
function pairs(token: Token): Token[] {
  if (token.parts.length > 1 || token.text.length > 400) return [token];
  const pieces = token.text
    .split(INLINE)
    .map((piece) => piece.trim().replace(/[;；,，]$/, ''))
    .filter(Boolean);
  if (pieces.length < 2) return [token];
  return pieces.map((text, index) => ({ ...token, text, parts: [{ text, line: token.line }], gap: index === 0 ? token.gap : null }));
}

/** Columns of a self-evaluation's money block, the budget of the whole year first. */
const BUDGET_COLUMNS = [
  '全年预算数',
  '调整后预算数',
  '全年预算',
  '预算数',
  '年度预算数',
  '年初预算数',
  '年初预算',
  '计划安排资金',
  '计划安排',
];

/** Answers questions about the labelled cells between two rows. */
export class Head {
  readonly #grid: DocumentGrid;
  readonly tokens: Token[];
  constructor(grid: DocumentGrid, from: number, to: number) {
    this.#grid = grid;
    this.tokens = tokensOf(grid.rows, from, to).flatMap(pairs);
  }

  /** Every place where one of the labels stands, with the cell after it. Labels in the order given. */
  find(labels: readonly string[]): LabelledValue[] {
    const found: LabelledValue[] = [];
    for (const label of labels)
      this.tokens.forEach((token, at) => {
        const value = this.#valueAt(at, label);
        if (value) found.push({ label: asPrinted(token.parts[0]?.text ?? token.text), labelLine: token.line, ...value });
      });
    return found;
  }

  #valueAt(at: number, label: string): { value: string; line: number } | null {
    const token = this.tokens[at] as Token;
    const [first, ...rest] = token.parts;
    if (isThisLabel(token.text, label) || (rest.length > 0 && isThisLabel(first?.text ?? '', label))) {
      if (rest.length > 0 && isThisLabel(first?.text ?? '', label))
        return { value: rest.map((part) => part.text).join('\n'), line: rest[0]?.line ?? token.line };
      return this.#after(at);
    }
    // 「资金总额:1503.89」: label and value in one cell, a colon or wide white space between.
    const split = /^([^:：]{2,30}?)(?:[:：]\s*|[\s\u3000]{2,})(\S.*)$/s.exec(token.text.trim());
    return split && isThisLabel(split[1] ?? '', label) ? { value: split[2] ?? '', line: token.line } : null;
  }

  /** The value beside a label, or below it where the row holds labels only. */
  #after(at: number): { value: string; line: number } | null {
    const token = this.tokens[at] as Token;
    const next = this.tokens[at + 1];
    const beside = next && (next.gap === null || next.gap !== 'hard');
    if (next && beside) return isHeadLabel(next.text) ? this.#below(token) : { value: this.#continued(at + 1), line: next.line };
    return this.#below(token);
  }

  /** One cell a line: goals that go on in the next cells (目标2：…). */
  #continued(at: number): string {
    const texts = [this.tokens[at]?.text ?? ''];
    if (this.#grid.trust === 'none' && GOAL_START.test(texts[0] ?? ''))
      for (const token of this.tokens.slice(at + 1)) {
        if (!GOAL_START.test(token.text) || token.gap === null || token.gap === 'hard') break;
        texts.push(token.text);
      }
    return texts.join('\n');
  }

  #below(token: Token): { value: string; line: number } | null {
    const row = this.#grid.rows[token.row + 1];
    if (row?.gap !== 'hard') return null;
    const cells = filled(row);
    const below = cells.find((cell) => cell.column >= token.column && cell.column < token.column + token.colSpan);
    // One text below a row of labels belongs to them, wherever its place was lost.
    const alone = this.#grid.trust === 'none' && cells.length === 1 ? cells[0] : undefined;
    const under = below ?? alone;
    if (under && this.#grid.trust !== 'exact' && amountIn(under.text)) return null;
    return under && !isHeadLabel(under.text) ? { value: under.text, line: under.line } : null;
  }

  /** First value of the labels, most specific label first. */
  text(labels: readonly string[]): LabelledValue | null {
    return this.find(labels).find((found) => !amountIn(found.value) && squeeze(found.value) !== '') ?? null;
  }

  /** First single amount beside one of the labels. */
  amount(labels: readonly string[]): (LabelledValue & { amount: number; unit: '元' | '万元' | '亿元' | null }) | null {
    for (const found of this.find(labels)) {
      const amount = amountIn(this.#inBudgetColumn(found) ?? found.value);
      if (amount) return { ...found, ...amount, unit: amount.unit ?? bracketUnit(found.label) };
    }
    return null;
  }

  /** Where the label's row holds several figures below 年初预算数, 全年预算数, 全年执行数: the figure of the year's budget. */
  #inBudgetColumn(found: LabelledValue): string | null {
    const at = this.tokens.findIndex((token) => token.line === found.labelLine && asPrinted(token.parts[0]?.text ?? '') === found.label);
    const figures: Token[] = [];
    for (const token of this.tokens.slice(at + 1)) {
      if (!amountIn(token.text)) break;
      figures.push(token);
    }
    if (at < 0 || figures.length < 2) return null;
    for (const label of BUDGET_COLUMNS) {
      const head = this.tokens.findLast((token, index) => index < at && index > at - 16 && isThisLabel(token.text, label));
      if (!head) continue;
      if (this.#grid.trust === 'exact') return figures.find((token) => token.column === head.column)?.text ?? null;
      const heads = this.tokens
        .slice(Math.max(0, at - 16), at)
        .filter(
          (token) =>
            token.line <= head.line + 8 &&
            /(?:预算数?|执行数?|支出数?|预算执行|到位数|计划安排|实际到位|实际支出|安排资金|到位资金)$/.test(labelOf(token.text)),
        );
      return figures[heads.indexOf(head)]?.text ?? null;
    }
    return null;
  }

  /** Label and value pairs as printed, for the page that shows source and result. */
  fields(): { label: string; value: string; line: number }[] {
    return this.tokens.flatMap((token, at) => {
      const inline = /^([^:：]{2,20})[:：]\s*(\S.*)$/s.exec(token.text.trim());
      if (inline && isHeadLabel(inline[1] ?? ''))
        return [{ label: asPrinted(inline[1] ?? ''), value: asPrinted(inline[2] ?? ''), line: token.line }];
      if (!isHeadLabel(token.text)) return [];
      const value = this.#after(at);
      if (!value) return [];
      const label = asPrinted(token.text).replace(/[:：]$/, '');
      return [{ label, value: asPrinted(value.value), line: token.line }, ...this.#problemBeside(at, label)];
    });
  }

  /** 资金管理情况 says of each row how it is and, in a second cell, what is wrong; told apart only where cells have places. */
  #problemBeside(at: number, label: string): { label: string; value: string; line: number }[] {
    const [told, problem] = this.tokens.slice(at + 1, at + 3);
    if (!(managedAspects as readonly string[]).includes(label) || told?.gap !== null || problem?.gap !== null) return [];
    return [{ label: managedProblem(label), value: asPrinted(problem.text), line: problem.line }];
  }

  /** The declared unit of the head: 「单位:万元」 line, else a bracket of a money label. */
  declaredUnit(): { unit: '元' | '万元'; line: number } | null {
    for (const token of this.tokens) {
      const match = /(?:^|[^\u4e00-\u9fff])(?:金额|资金|计量)?单位[:：](?:人民币)?(万元|元)/.exec(squeeze(token.text));
      if (match) return { unit: match[1] as '元' | '万元', line: token.line };
    }
    return null;
  }
  /** Units in brackets of money labels, with their lines: 「资金情况(万元)」. */
  bracketUnits(): { unit: '元' | '万元'; line: number; label: string }[] {
    return this.tokens.flatMap((token) => {
      const unit = token.text.length < 30 ? bracketUnit(token.text) : null;
      return unit === '元' || unit === '万元' ? [{ unit, line: token.line, label: asPrinted(token.text) }] : [];
    });
  }
}

function bracketUnit(label: string): '元' | '万元' | null {
  const match = /[（(](?:单位[:：])?(万元|元)[）)]/.exec(squeeze(label));
  return (match?.[1] as '元' | '万元' | undefined) ?? null;
}

const GOAL_START = /^\s*(?:目标|任务)\s*(?:\d+|[一二三四五六七八九十]+)\s*[:：.、]/;
const MARK = /(?:目标|任务)\s*(?:\d+|[一二三四五六七八九十]+)\s*[:：.、]/;
/** 一、二、三 or 1. 2. 3.: numbered from one without a gap, else the text stays whole. */
function numberedParts(text: string): string[] {
  const styles: ((n: number) => RegExp)[] = [
    (n) => new RegExp(`(?:^|[\\s。;；!！）)>])?${n}\\s*[.、:：](?!\\d)`),
    (n) => new RegExp(`${'一二三四五六七八九十'[n - 1] ?? '〇'}、`),
    (n) => new RegExp(`[（(]${'一二三四五六七八九十'[n - 1] ?? '〇'}[）)]`),
    (n) => new RegExp(`${'一二三四五六七八九十'[n - 1] ?? '〇'}是`),
  ];
  for (const style of styles) {
    const cuts: number[] = [];
    let from = 0;
    for (let n = 1; n <= 40; n++) {
      const match = style(n).exec(text.slice(from));
      if (!match || (n === 1 && match.index > 2)) break;
      const lead = /^[\s。;；!！）)>]/.test(match[0]) ? 1 : 0;
      cuts.push(from + match.index + lead);
      from += match.index + match[0].length;
    }
    if (cuts.length >= 2) return cuts.map((cut, i) => text.slice(cut, cuts[i + 1]));
  }
  return [text];
}

/** A goal cell cut into its goals: at 目标N:, at a numbering from one, or as a whole. A heading stays with its first goal. */
export function splitGoals(text: string): string[] {
  const marks = [...text.matchAll(new RegExp(`(?:[一二三四五六七八九十]+、[^。;；]{0,60}?[:：])?${MARK.source}`, 'g'))];
  const parts =
    marks.length >= 1
      ? [text.slice(0, marks[0]?.index), ...marks.map((mark, i) => text.slice(mark.index, marks[i + 1]?.index))]
      : numberedParts(text.replace(/<\/?p>/gi, '\n').trim());
  return parts.map((part) => asPrinted(part)).filter((part) => part.replace(/[\s\p{P}]/gu, '') !== '');
}
