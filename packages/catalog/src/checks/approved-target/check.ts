import { convert, type Indicator, type Plan, type PlanProject, plainName, plainProject, type TargetsInForce } from '@hengjian/domain';
import { type Check, type Hit, hit } from '../check-type.ts';
import { printed } from '../lib/same.ts';
import type { ProjectView, Row } from '../lib/view.ts';

/** The plan's form of the same project; where both have one form only, it is meant. */
const formIn = ({ projects }: Plan, form: ProjectView, forms: number): PlanProject | undefined =>
  projects.find(({ name }) => plainProject(name) === plainProject(form.project.name)) ??
  (projects.length === 1 && forms === 1 ? projects[0] : undefined);

/** Rows of the plan beside those of the form, each taken once; of equal names the one of the same goal. */
function paired(indicators: readonly Indicator[], rows: readonly Row[]): { indicator: Indicator; row: Row | null }[] {
  const free = new Set(rows);
  return indicators.map((indicator) => {
    const alike = [...free].filter(({ indicator: { name } }) => plainName(name) === plainName(indicator.name));
    const row = alike.find(({ indicator: { group } }) => group === indicator.group) ?? alike[0] ?? null;
    if (row) free.delete(row);
    return { indicator, row };
  });
}

const bareText = (text: string): string => text.replace(/[\s，。；、,.;]/g, '');

function sameTarget(approved: Indicator, { indicator: told }: Row): boolean {
  const [want, have] = [approved.target, told.value];
  if (typeof want !== 'number' || typeof have !== 'number') return want === null || bareText(`${want}`) === bareText(`${have}`);
  const inUnit = convert(want, approved.unit, told.unit);
  return approved.operator === told.operator && inUnit !== null && Math.abs(inUnit.value - have) <= 1e-9 * Math.max(1, Math.abs(have));
}

const targetOf = ({ operator, target, unit }: Indicator): string =>
  typeof target === 'number' ? `${operator}${target}${unit ?? ''}` : (target ?? '空');

function againstForm({ plan, approved }: TargetsInForce, project: PlanProject, form: ProjectView): Hit[] {
  const pairs = paired(project.indicators, form.rows);
  // Another form of the same name: its rows are its own.
  if (pairs.filter(({ row }) => row !== null).length * 2 < pairs.length) return [];
  const place = ({ position }: Indicator) => ({ approved, planId: plan.planId, source: plan.source, project: project.name, row: position });
  const found = new Set(pairs.map(({ row }) => row));
  return [
    ...pairs.flatMap(({ indicator, row }): Hit[] => {
      if (row === null)
        return [hit('APPROVED_TARGET.missing', [form.from], { name: indicator.name, expected: targetOf(indicator), ...place(indicator) })];
      const [name, { weight }] = [row.name, row.indicator];
      const differs = sameTarget(indicator, row)
        ? []
        : [hit('APPROVED_TARGET', row.lines, { name, expected: targetOf(indicator), found: printed(row), ...place(indicator) })];
      return indicator.weight === null || weight === null || indicator.weight === weight
        ? differs
        : [
            ...differs,
            hit('APPROVED_TARGET.weight', row.lines, { name, expected: indicator.weight, found: weight, ...place(indicator) }, 'warning'),
          ];
    }),
    ...form.rows.flatMap((row) =>
      found.has(row)
        ? []
        : [hit('APPROVED_TARGET.added', row.lines, { name: row.name, approved, planId: plan.planId, source: plan.source }, 'warning')],
    ),
  ];
}

const check: Check = {
  code: 'APPROVED_TARGET',
  severity: 'error',
  title: { zh: '与批复的目标一致', en: 'The targets are the approved ones' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标批复后一般不予调整；按批复的目标监控、自评（第二十七至二十九条）' },
  phases: ['monitoring', 'self-evaluation', 'report'],
  find: ({ targets, projects }) =>
    targets === null
      ? []
      : projects.flatMap((form) => {
          const project = formIn(targets.plan, form, projects.length);
          return project ? againstForm(targets, project, form) : [];
        }),
};
export default check;
