// The body that reports: its outline, income and expenditure by the registers, and the people who evaluated.
import { registers } from '@hengjian/catalog/registers.gen.ts';
import {
  completionText,
  type EvaluatedProject,
  type Evaluation,
  type Fen,
  type FormRecords,
  planTitle,
  type Register,
  wanText,
} from '@hengjian/domain';
import type { Paragraph, Table } from 'docx';
import { caption, gap, heading, row, table } from './parts.ts';
import { isOverallForm } from './project-form.ts';

const originTitles = (registers['budget-receipts'] as Register).fields.find(({ name }) => name === 'origin')?.codes ?? {};

/** Sum of what is known; null where one part is not. */
const sumOf = (values: readonly (Fen | null)[]): Fen | null =>
  values.length === 0 || values.includes(null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);

const wan = (fen: Fen | null) => ({ text: wanText(fen) || '未知', right: true });
const head = (text: string, across = 1) => ({ text, head: true, across });

/** 一、部门（单位）基本概况: name, people by the register of posts, goals and what was reached. */
export function outline(evaluation: Evaluation, people: FormRecords['people'] = null): (Paragraph | Table)[] {
  const overall = evaluation.projects.find(isOverallForm);
  const goals = (overall ? [overall] : evaluation.projects).flatMap(({ project }) => project.goals);
  const count = (n: number | undefined) => (n === undefined ? '' : `${n} 人`);
  const long = (text: string[]) => ({ lines: text.length ? text : [''], across: 3 });
  return [
    heading('一、部门（单位）基本概况'),
    table(
      [18, 32, 18, 32],
      [
        row([head('部门（单位）'), { text: planTitle(evaluation), across: 3 }]),
        row([head('联系人'), { text: '' }, head('联系电话'), { text: '' }]),
        row([head('人员编制'), { text: count(people?.quota) }, head('实有人数'), { text: count(people?.onDuty) }]),
        row([head('年度主要目标'), long(goals)], { whole: false }),
        ...(overall ? [row([head('年度总体完成情况'), long([completionText(overall)])], { whole: false })] : []),
      ],
    ),
    gap(6),
  ];
}

interface Money {
  received: Fen | null;
  byOrigin: Record<string, Fen>;
  paid: Fen | null;
  onProjects: Fen | null;
}

function moneyOf(projects: readonly EvaluatedProject[]): Money {
  const overall = projects.find(isOverallForm);
  const all = overall ? [overall] : projects;
  const byOrigin: Record<string, Fen> = {};
  for (const { execution } of all)
    for (const [origin, fen] of Object.entries(execution.receivedByOriginFen ?? {})) byOrigin[origin] = (byOrigin[origin] ?? 0) + fen;
  return {
    received: sumOf(all.map(({ execution }) => execution.receivedFen)),
    byOrigin,
    paid: sumOf(all.map(({ execution }) => execution.paidFen)),
    onProjects: sumOf(projects.filter((one) => one !== overall).map(({ execution }) => execution.paidFen)),
  };
}

/** 年度收入、支出和结余情况, from the registers of receipts and payments. */
export function incomeAndExpenditure(evaluation: Evaluation): (Paragraph | Table)[] {
  const { received, byOrigin, paid, onProjects } = moneyOf(evaluation.projects);
  const basic = paid === null || onProjects === null ? null : paid - onProjects;
  const left = received === null || paid === null ? null : received - paid;
  const origins = Object.entries(originTitles);
  return [
    caption('年度收入情况（万元）'),
    table(
      [20, ...origins.map(() => 14)],
      [
        row([head('收入合计'), ...origins.map(([, title]) => head(title))]),
        row([wan(received), ...origins.map(([origin]) => (received === null ? wan(null) : wan(byOrigin[origin] ?? 0)))]),
      ],
    ),
    caption('年度支出和结余情况（万元）'),
    table(
      [25, 25, 25, 25],
      [
        row([head('支出合计'), head('基本支出'), head('项目支出'), head('当年结余')]),
        row([wan(paid), wan(basic), wan(onProjects), wan(left)]),
      ],
    ),
    gap(6),
  ];
}

/** 评价人员, to be signed on paper. */
export const signatures = (): (Paragraph | Table)[] => [
  caption('评价人员'),
  table(
    [22, 26, 30, 22],
    [
      row(
        ['姓名', '职务/职称', '单位', '签字'].map((text) => head(text)),
        { keep: true },
      ),
      ...[1, 2, 3].map((line) => row([{ text: '' }, { text: '' }, { text: '' }, { text: '' }], { height: 480, keep: line < 3 })),
    ],
  ),
  gap(6),
];
