/** From now on the edition runs in the same scan as the live ones; what it finds is compared and never said. */
import type { Outcome } from '@hengjian/domain';
import { conditions } from './conditions.ts';
import type { Act, Edition, RulePorts } from './ports.ts';
import { takeStep } from './take-step.ts';

export const startShadow = (ports: RulePorts, ruleId: string, edition: number, act: Act): Promise<Outcome<Edition>> =>
  takeStep(ports, conditions, { ruleId, edition, action: 'startShadow', act });
