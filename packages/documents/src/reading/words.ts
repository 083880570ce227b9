// Comparing the words of a form with the declared ones.
import { COMMON_COLUMNS, type ColumnRole, type ColumnWords, type FormLayout, LEVEL1, LEVEL2 } from '@hengjian/catalog';
import { asPrinted, isKnownUnit, readSign, squeeze } from '@hengjian/domain';

const bareLabel = (text: string): string =>
  squeeze(text)
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/[:：;；]+$/, '')
    .replace(/^(?:[*※]+|[一二三四五六七八九十]{1,2}[、.])/, '')
    .replace(/^(?:其中[:：]?)/, '');
const LABELS = new Map<string, string>();

/** A label or header as it is compared: no white space, no brackets with their content, no colon. Short texts are kept: every cell is asked often. */
export function labelOf(text: string): string {
  if (text.length > 60) return bareLabel(text);
  const known = LABELS.get(text);
  if (known !== undefined) return known;
  if (LABELS.size > 20_000) LABELS.clear();
  const label = bareLabel(text);
  LABELS.set(text, label);
  return label;
}

/** Like `labelOf`, but (单位) in 部门(单位)名称 stays. */
const plainLabel = (text: string): string => squeeze(text).replace(/[:：]+$/, '');

export const isLabel = (text: string, labels: readonly string[]): boolean => {
  if (text.length > 60) return false;
  const plain = plainLabel(text);
  const bare = labelOf(text);
  const { exact, bared } = setsOf(labels);
  return exact.has(plain) || exact.has(bare) || bared.has(bare);
};
/** Whether a cell is this one label. */
export const isThisLabel = (text: string, label: string): boolean =>
  text.length <= 60 && (labelOf(text) === labelOf(label) || plainLabel(text) === label);

const SETS = new WeakMap<readonly string[], { exact: Set<string>; bared: Set<string> }>();
function setsOf(labels: readonly string[]) {
  const known = SETS.get(labels);
  if (known) return known;
  const made = { exact: new Set(labels), bared: new Set(labels.map(labelOf)) };
  SETS.set(labels, made);
  return made;
}

const roles = (columns: ColumnWords): Map<string, ColumnRole> =>
  new Map(Object.entries(columns).flatMap(([role, words]) => words.map((word) => [word, role as ColumnRole] as const)));
const COMMON_ROLES = roles(COMMON_COLUMNS);
const OWN_ROLES = new WeakMap<FormLayout, Map<string, ColumnRole>>();

/** The header word's role under a layout: its own words first, then the common ones. */
export function roleOf(text: string, layout: FormLayout): ColumnRole | null {
  if (text.length > 40) return null;
  const word = labelOf(text).replace(/^\d+[.、]/, '');
  if (!OWN_ROLES.has(layout)) OWN_ROLES.set(layout, roles(layout.columns ?? {}));
  return OWN_ROLES.get(layout)?.get(word) ?? COMMON_ROLES.get(word) ?? null;
}

const bareLevel = (text: string): string =>
  squeeze(text)
    .replace(/[（(][^（）()]*[）)]?/g, '')
    .replace(/\d+(?:\.\d+)?分$/, '')
    .replace(/^[一二三四五六七八九十\d]+[、.]/, '')
    .replace(/(?:指标|目标)$/, '');

export interface LevelWord {
  level1: boolean;
  level2: boolean;
  /** Ends with 指标 or 目标: hardly the name of an indicator. */
  sure: boolean;
}

export function levelWord(text: string): LevelWord {
  if (text.length > 60) return { level1: false, level2: false, sure: false };
  const bare = bareLevel(text);
  const [level1, level2] = [LEVEL1.includes(bare), LEVEL2.includes(bare)];
  const whole = /(?:指标|目标)$/.test(squeeze(text).replace(/[（(].*$/, ''));
  return { level1, level2, sure: whole && (level1 || level2) };
}

/** A level's name without the points or instructions in brackets behind it. */
export const levelName = (text: string): string => {
  const [first = ''] = text.split('\n');
  return asPrinted(first)
    .replace(/\s*[（(][^（）()]*[）)]?$/, '')
    .replace(/\s+/g, '');
};

const NUMBER_ONLY = /^[-+]?\d+(?:,\d{3})*(?:\.\d+)?$/;
export const isNumber = (text: string): boolean => NUMBER_ONLY.test(squeeze(text));
export const isPoints = (text: string): boolean => /^\d+(?:\.\d+)?(?:分|%)?$/.test(squeeze(text));
export const isSign = (text: string): boolean => readSign(text) !== null || /^(?:正向|反向|逆向|负向)(?:指标)?$/.test(squeeze(text));
export const isUnit = (text: string): boolean => text.length <= 12 && isKnownUnit(text);
const PREFIX = /^(?:≥|≤|>|<|=|不少于|不低于|不超过|至少|大于|小于|低于|高于|约|年)/;
/** Looks like a target by itself: a figure with at most a sign before it and a short unit behind it. */
export const isTarget = (text: string): boolean => {
  const plain = squeeze(text).replace(/[≧⩾]/g, '≥').replace(/[≦⩽]/g, '≤');
  return (
    /^\d+(?:,\d{3})*(?:\.\d+)?[^\d，。；]{0,6}$/.test(plain.replace(new RegExp(`${PREFIX.source}+`), '').replace(/^[-+]/, '')) ||
    /^\d+[*×~-]\d+/.test(plain) ||
    /^(?:\d{4}年)?\d{1,2}月底?(?:前|之前)/.test(plain)
  );
};
