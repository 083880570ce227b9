// A signal of an alert as a page shows it: a sentence, names beside codes, numbers of people half hidden.
import type { AlertSignal, Language } from '@hengjian/domain';
import { diagnosisNames, subjectsOfCodes } from '@hengjian/store';
import { alertShelf, formText, saySignal } from '@hengjian/workflows';
import { masked } from './mask.ts';
import type { SignalJson } from './schemas/alerts.ts';
import type { Services } from './services.ts';

export const alertTitle = (id: string, language: Language) => alertShelf[id]?.title[language] ?? id;

/** Names of the items and diseases that signals name by their codes. */
export async function calledOf({ home }: Pick<Services, 'home'>, signals: readonly AlertSignal[]): Promise<ReadonlyMap<string, string>> {
  const codes = signals.flatMap(({ part, records, graph }) => [
    ...part,
    ...records.flatMap(({ itemCode }) => itemCode ?? []),
    ...(graph?.nodes ?? []).flatMap(({ no, kind }) => (kind === 'item' ? [no] : [])),
  ]);
  return new Map([...(await diagnosisNames(home.db, codes)), ...(await subjectsOfCodes(home.db, [...new Set(codes)]))]);
}

/** A count is in the unit of the thresholds it is held against; those that are shares (of a usual value, of a score) say nothing of it. */
export const unitOf = (alert: (typeof alertShelf)[string] | undefined, form: string): string =>
  form === 'ratio'
    ? '%'
    : form === 'fen' || form === 'mean'
      ? '元'
      : (Object.values(alert?.parameters ?? {}).find(({ unit }) => unit && !['%', '‰'].includes(unit))?.unit ?? '次');

interface SignalShown {
  readonly subject: string;
  readonly language: Language;
  readonly whole: boolean;
  readonly called: ReadonlyMap<string, string>;
  /** Institutions of a person's encounters, by the number of the encounter. */
  readonly houses: ReadonlyMap<string, string>;
}

export function signalJson(signal: AlertSignal, { subject, language, whole, called, houses }: SignalShown): SignalJson {
  const alert = alertShelf[signal.alertId];
  const person = (no: string | null) => (no === null || whole ? no : masked(no));
  // people whose numbers are hidden and items by their names must still be told from another in the drawing
  const hidden = new Map(
    (signal.graph?.nodes ?? []).map(({ no, kind }, i) => {
      const name = kind === 'person' ? (whole ? no : masked(no)) : called.get(no);
      return [no, name === undefined || name === no ? no : `${name}·${i + 1}`];
    }),
  );
  const shown = (no: string) => hidden.get(no) ?? no;
  return {
    signalId: signal.signalId,
    alertId: signal.alertId,
    title: alertTitle(signal.alertId, language),
    text: alert ? saySignal(alert, signal, language, { subject, parts: signal.part.map((code) => called.get(code) ?? code) }) : '',
    part: [...signal.part],
    fromDay: signal.fromDay,
    toDay: signal.toDay,
    hour: signal.hour,
    value: signal.value,
    valueText: formText(signal.value, signal.form),
    form: signal.form,
    unit: unitOf(alert, signal.form),
    expected: signal.expected,
    expectedText: formText(signal.expected, signal.form),
    score: signal.score,
    series: signal.series.map(([at, value]) => [at, value]),
    // a group weighs its members by money, a cell says what a record adds
    addsFen: alert !== undefined && (alert.kind === 'together' || JSON.stringify(alert.contributes).includes('Fen"')),
    records: signal.records.map((record) => ({
      ...record,
      personNo: person(record.personNo),
      house: houses.get(record.encounterNo ?? '') ?? null,
      itemName: called.get(record.itemCode ?? '') ?? null,
    })),
    graph: signal.graph && {
      nodes: signal.graph.nodes.map((node) => ({ ...node, no: shown(node.no) })),
      ties: signal.graph.ties.map((tie) => ({ ...tie, a: shown(tie.a), b: shown(tie.b) })),
    },
  };
}
