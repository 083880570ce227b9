/** A draft goes to the three reviews: only when static checks hold and its cases pass on both readers. */
import type { Outcome } from '@hengjian/domain';
import { conditions } from './conditions.ts';
import type { Act, Edition, RulePorts } from './ports.ts';
import { takeStep } from './take-step.ts';

export const submitDraft = (ports: RulePorts, ruleId: string, edition: number, act: Act): Promise<Outcome<Edition>> =>
  takeStep(ports, conditions, { ruleId, edition, action: 'submit', act });
