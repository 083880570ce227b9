import { type KnowledgeKind, kindOf, requiredParams } from './kinds.ts';
import { checkParams } from './parameters.ts';
import type { CodeRole, KnowledgePoint, Params, Reading, WaitingReason } from './point.ts';
import { wait } from './point.ts';
import { type ReadingAids, readConstraint } from './read-constraint/index.ts';

/** A point with what is surely known of it. `params` null: it waits for a person and takes no part in any rule. */
export interface StructuredPoint {
  point: KnowledgePoint;
  kind: KnowledgeKind | null;
  params: Params | null;
  /** Where the parameters come from: the publisher, or the reader of the text. */
  source: 'given' | 'text';
  reason: WaitingReason | null;
  codes: { role: CodeRole; code: string }[];
}

/** Given parameters win; where there are none, the constraint text is read if that is certain (contracts §4). */
export function structurePoint(point: KnowledgePoint, aids: ReadingAids = {}): StructuredPoint {
  const kind = kindOf(point) ?? null;
  const given = point.params !== null && Object.keys(point.params).length > 0;
  const reading = given
    ? fromParams(kind, point)
    : kind === null
      ? wait('unknownRule', { rule: point.ruleName ?? point.ruleCode ?? '' })
      : readConstraint(kind, point, aids);
  return {
    point,
    kind,
    params: reading.ok ? reading.params : null,
    source: given ? 'given' : 'text',
    reason: reading.ok ? null : reading.reason,
    codes: codesOf(kind, point, reading.ok ? reading.params : {}),
  };
}

function fromParams(kind: KnowledgeKind | null, point: KnowledgePoint): Reading {
  const checked = checkParams(point.params as Record<string, unknown>);
  if (!checked.ok || kind === null) return checked;
  const missing = requiredParams[kind].find((names) => !names.some((name) => checked.params[name] !== undefined));
  if (missing) return wait('paramMissing', { name: missing.join(' / ') });
  if (kind === 'pair') {
    const pair = readConstraint('pair', { ...point, constraint: null });
    if (!pair.ok) return pair;
  }
  return checked;
}

/** In a pair the first code contains the second, or `codes` contain `counterCodes`; the included one is judged. */
function codesOf(kind: KnowledgeKind | null, point: KnowledgePoint, params: Params): StructuredPoint['codes'] {
  const as = (role: CodeRole, codes: unknown) =>
    [...new Set(typeof codes === 'string' ? [codes] : ((codes ?? []) as readonly string[]))].map((code) => ({ role, code }));
  if (kind === 'pair' && point.counterCodes.length > 0) return [...as('including', point.codes), ...as('included', point.counterCodes)];
  if (kind === 'pair') return [...as('including', point.codes.slice(0, 1)), ...as('included', point.codes.slice(1))];
  const named = (['requires', 'firstLine', 'bundle', 'parts'] as const).flatMap((role) => as(role, params[role]));
  return [...as('code', point.codes), ...as('counter', point.counterCodes), ...named];
}
