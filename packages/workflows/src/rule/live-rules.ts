/** Which editions judge which days of a region, as a review takes them. */
import { type Day, type EditionState, formatDay, type Instant } from '@hengjian/domain';
import type { RuleTree } from '@hengjian/language';
import type { LiveRule } from '../review/ports.ts';
import type { Edition, EditionEvent, ParameterRow } from './ports.ts';

interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** `span` less the days of `taken`. */
function without(span: Span, taken: Span): Span[] {
  const rest: Span[] = [
    ...(taken.from === null ? [] : [{ from: span.from, to: earlier(span.to, taken.from - 1) }]),
    ...(taken.to === null ? [] : [{ from: later(span.from, taken.to + 1), to: span.to }]),
  ];
  return rest.filter(({ from, to }) => from === null || to === null || from <= to);
}
const earlier = (a: Day | null, b: Day): Day => (a === null ? b : Math.min(a, b));
const later = (a: Day | null, b: Day): Day => (a === null ? b : Math.max(a, b));

/** Rows of the region stand before rows of everywhere: the first that covers a day counts. */
export const parametersFor = (rows: readonly ParameterRow[], region: string): ParameterRow[] => [
  ...rows.filter((row) => row.region === region && region !== '*'),
  ...rows.filter((row) => row.region === '*'),
];

/**
 * Editions in `state` ('live', or 'shadow' for those that run beside them), by rule. An edition of the region judges its dates
 * there; the edition of everywhere judges the others.
 */
export function liveRulesOf(editions: readonly Edition[], region: string, state: EditionState = 'live'): LiveRule[] {
  const inState = editions.filter((e) => e.state === state && (e.region === '*' || e.region === region));
  const rules = inState.flatMap((e): LiveRule[] => {
    const regional = e.region === '*' && region !== '*' ? inState.filter((o) => o.ruleId === e.ruleId && o.region === region) : [];
    const inForce = regional.reduce<Span[]>((spans, o) => spans.flatMap((span) => without(span, o)), [{ from: e.from, to: e.to }]);
    if (inForce.length === 0) return [];
    const always = inForce.length === 1 && inForce[0]?.from === null && inForce[0].to === null;
    const parameters = parametersFor(e.parameters, region).map(({ region: _, ...row }) => row);
    return [{ rule: e.tree, edition: e.edition, parameters, ...(!always && { inForce }) }];
  });
  return rules.sort((a, b) => (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : a.edition - b.edition));
}

/** Parameters as the tree has them by standard: one row each, everywhere and always. */
export const standardParameters = (tree: RuleTree): ParameterRow[] =>
  Object.entries(tree.parameters).map(([name, { standard }]) => ({ name, region: '*', from: null, to: null, value: standard }));

/**
 * The tree with its parameters as its rows have them, for what is said of a rule without a record. One that has several values (by region
 * or date) is left open, as one that knowledge gives: nothing is then proven that turns on it.
 */
export function treeAsSet(tree: RuleTree, rows: readonly ParameterRow[]): RuleTree {
  const parameters = { ...tree.parameters };
  const open = new Set(tree.knowledgeParams);
  for (const [name, declared] of Object.entries(tree.parameters)) {
    const values = new Map(rows.filter((row) => row.name === name).map(({ value }) => [JSON.stringify(value), value]));
    const [only] = values.values();
    if (values.size > 1) open.add(name);
    else if (only !== undefined) parameters[name] = { ...declared, standard: only } as typeof declared;
  }
  return { ...tree, parameters, knowledgeParams: [...open] };
}

/** The shipped rule as an edition. */
export const shippedEdition = (tree: RuleTree, edition: number, state: EditionState): Edition => ({
  ruleId: tree.id,
  edition,
  state,
  origin: 'shipped',
  tree,
  cases: null,
  region: '*',
  from: null,
  to: null,
  parameters: standardParameters(tree),
  draftedBy: '系统',
});

/** The same content, whatever the order of keys (jsonb does not keep it). */
export const sameContent = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** A period for people. */
export const spanText = (from: Day | null, to: Day | null): string =>
  `${from === null ? '不限' : formatDay(from)} ~ ${to === null ? '不限' : formatDay(to)}`;

/**
 * Editions as the book had them at an instant: their state and dates by the last step until then. An edition's content is settled
 * once it left *draft*; a draft is not asked for.
 */
export function editionsKnownAt(editions: readonly Edition[], events: readonly EditionEvent[], at: Instant): Edition[] {
  return editions.flatMap((edition) => {
    const own = events.filter((e) => e.ruleId === edition.ruleId && e.edition === edition.edition && e.at <= at);
    const last = own.at(-1);
    if (!last) return [];
    const period = own.findLast((e) => e.action === 'makeLive' || e.action === 'follow')?.detail;
    const { region = '*', from = null, to = null } = period ?? {};
    return [{ ...edition, state: last.stateAfter, region, from, to }];
  });
}
