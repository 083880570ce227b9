/** An edition whose trial run shows what nobody wanted is a draft again; it goes through all reviews anew. */
import type { Outcome } from '@hengjian/domain';
import { conditions } from './conditions.ts';
import type { Act, Edition, RulePorts } from './ports.ts';
import { takeStep } from './take-step.ts';

export const returnShadow = (ports: RulePorts, ruleId: string, edition: number, act: Act): Promise<Outcome<Edition>> =>
  takeStep(ports, conditions, { ruleId, edition, action: 'return', act });
