/** The sentence of a signal, with its numbers as people read them. */
import {
  type AlertSignal,
  formatDay,
  formatFixed,
  formatInstant,
  formatYuan,
  type Language,
  PRICE_SCALE,
  QUANTITY_SCALE,
} from '@hengjian/domain';
import type { AlertTree } from '@hengjian/language';

/** A number in the form of its fact. */
export function formText(value: number | string | boolean | null, form: string): string {
  if (value === null) return '—';
  if (typeof value !== 'number') return String(value);
  if (form === 'fen') return formatYuan(value);
  if (form === 'ratio') return `${(value / 10_000).toFixed(1)}%`;
  if (form === 'mean') return (value / 10_000).toFixed(2);
  if (form === 'score') return (value / 1000).toFixed(1);
  if (form === 'day') return formatDay(value);
  if (form === 'instant') return formatInstant(value).slice(0, 16);
  if (form === 'price') return formatFixed(value, PRICE_SCALE, 2);
  return form === 'quantity' ? formatFixed(value, QUANTITY_SCALE) : String(value);
}

export function windowText(signal: Pick<AlertSignal, 'fromDay' | 'toDay' | 'hour'>, language: Language): string {
  const { fromDay, toDay, hour } = signal;
  if (hour !== null)
    return language === 'zh' ? `${formatDay(fromDay)} ${hour} 时` : `${formatDay(fromDay)} ${String(hour).padStart(2, '0')}:00`;
  if (fromDay === toDay) return formatDay(fromDay);
  const [from, to] = [formatDay(fromDay), formatDay(toDay)];
  const whole = from.endsWith('-01') && formatDay(toDay + 1).endsWith('-01');
  if (whole && from.slice(0, 7) === to.slice(0, 7)) return from.slice(0, 7);
  return language === 'zh' ? `${from} 至 ${to}` : `${from} to ${to}`;
}

/** `parameters`: thresholds named by the sentence. */
export function saySignal(
  alert: AlertTree,
  signal: AlertSignal,
  language: Language,
  { subject, parts = signal.part }: { subject: string; parts?: readonly string[] },
): string {
  const forms =
    alert.kind === 'cells' ? Object.fromEntries(Object.entries(alert.facts).map(([name, fact]) => [name, fact.form as string])) : {};
  const told: Record<string, string> = {
    subject: [subject, ...parts].join(' · '),
    part: parts.join(' · '),
    window: windowText(signal, language),
    value: formText(signal.value, signal.form),
    expected: formText(signal.expected, signal.form),
    score: formText(signal.score, 'score'),
    times: signal.expected > 0 ? (signal.value / signal.expected).toFixed(1) : '—',
    from: formatDay(signal.fromDay),
    to: formatDay(signal.toDay),
    amount: formText((signal.facts.amount as number | undefined) ?? null, 'fen'),
  };
  return alert.explain[language].replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) =>
      told[name] ?? formText(signal.facts[name] ?? alert.parameters[name]?.standard.toString() ?? null, forms[name] ?? 'int'),
  );
}
