/** The life of a case: its table of steps, their forms, conditions and changes. */
import type { MatterLife } from '../matter/life.ts';
import type { EnforcementCase } from './case.ts';
import { decision } from './changes/decide.ts';
import { execution } from './changes/execute.ts';
import { investigation } from './changes/investigate.ts';
import { caseForms } from './forms.ts';
import { caseGuards } from './guards.ts';
import { type CaseAction, type CaseActor, type CaseCondition, caseSteps } from './steps.ts';
import type { EnforcementWorld } from './world.ts';

export const caseLife: MatterLife<EnforcementCase, CaseAction, CaseCondition, CaseActor, EnforcementWorld> = {
  noun: 'enforcementCase',
  steps: caseSteps,
  fields: caseForms,
  guards: caseGuards,
  changes: { ...investigation, ...decision, ...execution },
};
