/** An edition is given up: a live one says nothing any more, for no date; what it found stays as it is. */
import type { Outcome } from '@hengjian/domain';
import { conditions } from './conditions.ts';
import type { Act, Edition, RulePorts } from './ports.ts';
import { takeStep } from './take-step.ts';

export const retireEdition = (ports: RulePorts, ruleId: string, edition: number, act: Act): Promise<Outcome<Edition>> =>
  takeStep(ports, conditions, { ruleId, edition, action: 'retire', act });
