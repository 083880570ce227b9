// An alert is checked before anything runs it: known columns and parameters, aggregates where a cell is asked and nowhere else.
import { TreeError, typeOf } from '../check.ts';
import type { Expression, ValueType } from '../expression.ts';
import type { Schema } from '../schema.ts';
import type { AlertTree, CellsAlert, TogetherAlert } from './alert.ts';

/** What is wrong with it, in words with the place; nothing when it is sound. */
export function checkAlert(alert: AlertTree, schema: Schema): string[] {
  const problems: string[] = [];
  if (!schema.tables[alert.reads]) return [`reads: no table «${alert.reads}»`];
  const scope = { schema, table: alert.reads, rule: { parameters: alert.parameters, knowledgeParams: [] }, folds: {}, aggregate: false };
  const want = (place: string, e: Expression | undefined, type: ValueType | 'any', aggregate = false) => {
    if (!e) return;
    try {
      const found = typeOf(e, { ...scope, aggregate });
      if (type !== 'any' && found !== 'unknown' && found !== type) problems.push(`${place}: is ${found}, not ${type}`);
    } catch (error) {
      if (!(error instanceof TreeError)) throw error;
      problems.push(`${place}: ${error.message}`);
    }
  };
  want('where', alert.where, 'bool');
  if (alert.kind === 'cells') checkCells(alert, want);
  else checkTogether(alert, want);
  const facts = alert.kind === 'cells' ? Object.keys(alert.facts) : [];
  const known = new Set([...facts, ...Object.keys(alert.parameters), ...numbersTold(alert)]);
  for (const language of ['zh', 'en'] as const)
    for (const match of alert.explain[language].matchAll(/\{(\w+)\}/g))
      if (!known.has(match[1] as string)) problems.push(`explain.${language}: no fact «${match[1]}»`);
  if (alert.next.length === 0) problems.push('next: nothing is to be done');
  return problems;
}

type Want = (place: string, e: Expression | undefined, type: ValueType | 'any', aggregate?: boolean) => void;

function checkCells(alert: CellsAlert, want: Want): void {
  for (const [i, e] of alert.key.entries()) want(`key[${i}]`, e, 'any');
  want('window.at', alert.window.at, 'int');
  want('value.numerator', alert.value.numerator, 'int', true);
  want('value.denominator', alert.value.denominator, 'int', true);
  want('volume.of', alert.volume?.of, 'int', true);
  want('volume.minimum', alert.volume?.minimum, 'int');
  want('also', alert.also, 'bool', true);
  want('contributes', alert.contributes, 'int');
  for (const [name, fact] of Object.entries(alert.facts)) want(`facts.${name}`, fact.value, 'any', true);
  const { against } = alert;
  if (against.kind === 'limit') want('against.limit', against.limit, 'int', true);
  if (against.kind === 'own' || against.kind === 'peers')
    for (const place of ['least', 'score', 'floor'] as const) want(`against.${place}`, against[place], 'int');
  if (against.kind === 'own') want('against.back', against.back, 'int');
  if (against.kind === 'growth') for (const place of ['percent', 'base'] as const) want(`against.${place}`, against[place], 'int');
  if (against.kind === 'peers') for (const [i, e] of against.of.entries()) want(`against.of[${i}]`, e, 'any', true);
}

function checkTogether(alert: TogetherAlert, want: Want): void {
  want('member', alert.member.value, 'int');
  for (const [i, e] of alert.home.entries()) want(`home[${i}]`, e, 'any');
  for (const [i, e] of alert.meet.entries()) want(`meet[${i}]`, e, 'any');
  want('near.at', alert.near?.at, 'int');
  want('near.seconds', alert.near?.seconds, 'int');
  want('occasion', alert.occasion, 'int');
  want('day', alert.day, 'int');
  want('adds', alert.adds, 'int');
  for (const place of ['times', 'share', 'elsewhere', 'crowd', 'members'] as const) want(place, alert[place], 'int');
}

/** Numbers that every signal of this kind has, for its sentence. */
export const numbersTold = (alert: AlertTree): readonly string[] =>
  alert.kind === 'together'
    ? ['subject', 'members', 'ties', 'occasions', 'from', 'to', 'amount']
    : ['subject', 'part', 'window', 'value', 'numerator', 'denominator', 'expected', 'score', 'peers', 'times'];
