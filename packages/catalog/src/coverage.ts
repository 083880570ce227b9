/** Coverage: what of the framework the shelf has. One row a rule; framework rows without a rule stand with their reason. */
import type { RuleTree } from '@hengjian/language';
import { alerts } from './alerts.gen.ts';
import { type FrameworkRow, framework, frameworkClasses } from './framework.ts';

export interface CoverageRow {
  readonly code: string;
  /** Name in the framework; a rule's own name where it stands in no row. */
  readonly name: string;
  readonly class: string;
  readonly ruleId: string | null;
  readonly shape: string | null;
  /** Which readers decide it: SQL names and closures decide; a comparison with peers is asked in SQL alone. */
  readonly engines: readonly ('sql' | 'closure')[];
  readonly readsKnowledge: boolean;
  /** implemented; watched: by `alerts`; cannot: the data is not there (`reason`, `needs`); missing: nobody wrote it yet. */
  readonly standing: 'implemented' | 'watched' | 'cannot' | 'missing';
  /** Titles of the alerts that watch for it. */
  readonly alerts: readonly string[];
  readonly reason: string | null;
  readonly needs: string | null;
}

const enginesOf = (shape: string): CoverageRow['engines'] => (shape === 'peer' ? ['sql'] : ['sql', 'closure']);

function rowOf(row: FrameworkRow, rule: RuleTree | undefined): CoverageRow {
  return {
    code: row.code,
    name: row.name,
    class: frameworkClasses[row.class].title,
    ruleId: rule?.id ?? null,
    shape: rule?.shape.kind ?? null,
    engines: rule ? enginesOf(rule.shape.kind) : [],
    readsKnowledge: rule?.knowledge !== undefined,
    standing: rule ? 'implemented' : row.alerts ? 'watched' : row.reason ? 'cannot' : 'missing',
    alerts: (row.alerts ?? []).map((id) => alerts[id].title.zh),
    reason: row.reason ?? null,
    needs: row.needs ?? null,
  };
}

/** What a row without a rule is told as, in Chinese. */
export const withoutRule = ({ standing, alerts: watching, reason, needs }: CoverageRow): string =>
  standing === 'watched'
    ? `由监测预警承担：${watching.join('、')}`
    : standing === 'cannot'
      ? `无法评估：${reason}。需要：${needs}`
      : '未实现';

/** Every framework row with each rule of its code, in the framework's order; then rules that stand in no row (a bureau's own). */
export function coverageOf(rules: readonly RuleTree[]): CoverageRow[] {
  const listed = framework.flatMap((row) => {
    const own = rules.filter((rule) => rule.code === row.code);
    return own.length === 0 ? [rowOf(row, undefined)] : own.map((rule) => rowOf(row, rule));
  });
  const others = rules.filter((rule) => !framework.some((row) => row.code === rule.code));
  return [
    ...listed,
    ...others.map((rule) => ({ ...rowOf({ code: rule.code, name: rule.title.zh, class: 'extension' }, rule), class: rule.category })),
  ];
}
