// Small marks that several pages share.
import type { Certainty as CertaintyName } from '@hengjian/language';
import { Tag } from 'antd';
import { type Say, type Text, texts, useTexts } from '../texts/index.ts';
import { planGrades } from '../texts/plans.ts';
import { ruleClasses } from '../texts/rules.ts';

const certaintyColours: Record<CertaintyName, string> = { clear: 'red', suspect: 'orange', quality: 'default', statistic: 'blue' };

export function Certainty({ of }: { of: CertaintyName }) {
  const t = useTexts();
  return <Tag color={certaintyColours[of]}>{t(texts.common[of])}</Tag>;
}

export function Standing({ of }: { of: 'live' | 'exempted' | 'withdrawn' }) {
  const t = useTexts();
  if (of === 'live') return <Tag color="blue">{t(texts.findings.live)}</Tag>;
  return <Tag>{t(of === 'withdrawn' ? texts.findings.withdrawn : texts.findings.exempted)}</Tag>;
}

export function LevelOf({ level, kind }: { level: number | null; kind?: string | null }) {
  const t = useTexts();
  if (kind === 'pharmacy') return <>{t(texts.common.pharmacy)}</>;
  const names = [texts.common.level0, texts.common.level1, texts.common.level2, texts.common.level3];
  const name = level === null ? undefined : names[level];
  return <>{name ? t(name) : t(texts.common.unknown)}</>;
}

/** A number that leads to its records. */
export function Figure({ value, unit, strong }: { value: string; unit?: string; strong?: boolean }) {
  return (
    <span className={strong ? 'figure strong' : 'figure'}>
      {value}
      {unit ? <small> {unit}</small> : null}
    </span>
  );
}

/** What a code is called, the code beside it; the code alone where nobody knows its name. */
export const Coded = ({ code, name }: { code: string; name: string | null }) => (
  <>
    {name} <span className={name ? 'code faint' : 'code'}>{code}</span>
  </>
);

const called = (t: Say, words: Readonly<Record<string, Text>>, name: string): string => {
  const text = words[name];
  return text ? t(text) : name;
};
/** A rule's first and second class; what the framework does not know stays as it is. */
export const ruleClass = (t: Say, category: string): string =>
  category
    .split('/')
    .map((part) => called(t, ruleClasses, part))
    .join('/');
export const gradeWord = (t: Say, grade: string): string => called(t, planGrades, grade);
