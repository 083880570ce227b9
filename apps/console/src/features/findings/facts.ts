/** The values of a finding in words. */
import { formatInstant, OPEN_INSTANT, ruleVocabulary, spanWords } from '@hengjian/domain';
import { count, day, price, quantity, yuan } from '../../format.ts';
import { factNames, factWords } from '../../texts/facts.ts';
import type { Say } from '../../texts/index.ts';
import { texts } from '../../texts/index.ts';

export const writeParam = (name: string, t: Say): string => {
  // a composed rule names its values after columns, and its limits one after the other
  const known = factNames[name] ?? factNames[name.replace(/\d+$/, '')];
  if (known) return t(known);
  const word = ruleVocabulary.columns[name];
  return word ? t([word.zh, word.en]) : name;
};

/** null: unknown, nothing to show. */
export function writeFact({ value, form }: { value: unknown; form: string }, t: Say): string | null {
  if (value === null || value === undefined) return null;
  if (form === 'spread') return null; // drawn, not told
  if (Array.isArray(value))
    return value.map((one) => writeFact({ value: one, form: form === 'texts' ? 'setting' : form }, t) ?? '').join(t(texts.common.comma));
  const words = factWords[form]?.[String(value)];
  if (words) return t(words);
  const number = Number(value);
  if (form === 'quantity') return quantity(number);
  if (form === 'price') return price(number);
  if (form === 'ratio') return `${(Math.round(number / 1000) / 10).toFixed(1)}%`;
  if (form === 'score') return (Math.round(number / 10) / 100).toFixed(2);
  if (form === 'fen') return yuan(number);
  if (form === 'day') return number <= -1_000_000 ? null : day(number);
  if (form === 'month') return day(number).slice(0, 7);
  if (form === 'year') return day(number).slice(0, 4);
  if (form === 'instant' || form === 'ended') return number >= OPEN_INSTANT ? t(texts.findings.stillIn) : formatInstant(number);
  if (form === 'seconds') {
    const { zh, en } = spanWords(number);
    return t([zh, en]);
  }
  if (form === 'int') return count(number);
  return String(value);
}

/** Parameters of a knowledge point as published. */
export function writeParams(params: Record<string, unknown> | null, t: Say): string {
  if (!params) return '';
  const form = (name: string) =>
    name === 'sex'
      ? 'sex'
      : name === 'minLevel'
        ? 'level'
        : name === 'window'
          ? 'window'
          : name === 'settings'
            ? 'texts'
            : name === 'insurance'
              ? 'insurance'
              : 'text';
  return Object.entries(params)
    .map(([name, value]) => {
      const words =
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? JSON.stringify(value)
          : writeFact({ value, form: form(name) }, t);
      return `${writeParam(name, t)} ${value === true ? t(texts.registers.yes) : value === false ? t(texts.registers.no) : (words ?? '')}`;
    })
    .join(t(texts.common.semicolon));
}
