/** Every text of the page, by noun. Chinese first, English beside it. */
import { createContext, useContext } from 'react';
import { accounts } from './accounts.ts';
import { alerts } from './alerts.ts';
import { analysis } from './analysis.ts';
import { arrivals } from './arrivals.ts';
import { axes } from './axes.ts';
import { benchmarks } from './benchmarks.ts';
import { clues } from './clues.ts';
import { common } from './common.ts';
import { complaints } from './complaints.ts';
import { composer } from './composer.ts';
import { credit } from './credit.ts';
import { decision } from './decision.ts';
import { documents } from './documents.ts';
import { drafts } from './drafts.ts';
import { enforcement } from './enforcement.ts';
import { findings } from './findings.ts';
import { forecast } from './forecast.ts';
import { governance } from './governance.ts';
import { imports } from './imports.ts';
import { interfaceTexts } from './interface.ts';
import { items } from './items.ts';
import { knowledge } from './knowledge.ts';
import { life } from './life.ts';
import { matters } from './matters.ts';
import { monthReport } from './month-report.ts';
import { nav } from './nav.ts';
import { overview } from './overview.ts';
import { parameters } from './parameters.ts';
import { payment } from './payment.ts';
import { person } from './person.ts';
import { plans } from './plans.ts';
import { points } from './points.ts';
import { policy } from './policy.ts';
import { practice } from './practice.ts';
import { rechecks } from './rechecks.ts';
import { registers } from './registers.ts';
import { rules } from './rules.ts';
import { scoring } from './scoring.ts';
import { surveys } from './surveys.ts';
import { type Language, type Say, sayIn } from './text.ts';
import { transfers } from './transfers.ts';
import { workingDays } from './working-days.ts';

export const texts = {
  accounts,
  alerts,
  arrivals,
  clues,
  analysis,
  axes,
  benchmarks,
  common,
  complaints,
  composer,
  decision,
  credit,
  documents,
  drafts,
  enforcement,
  findings,
  forecast,
  governance,
  imports,
  interfaceTexts,
  items,
  knowledge,
  life,
  matters,
  monthReport,
  nav,
  overview,
  parameters,
  person,
  plans,
  points,
  payment,
  policy,
  practice,
  rechecks,
  registers,
  rules,
  scoring,
  surveys,
  transfers,
  workingDays,
} as const;
export type { Language, Say, Text } from './text.ts';

export interface Speech {
  language: Language;
  t: Say;
  switchLanguage: () => void;
}
export const SpeechContext = createContext<Speech>({ language: 'zh', t: sayIn('zh'), switchLanguage: () => {} });
export const useSpeech = (): Speech => useContext(SpeechContext);
/** `t(texts.findings.title)` in the language chosen. */
export const useTexts = (): Say => useContext(SpeechContext).t;
