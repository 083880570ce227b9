/** Steps of an edition that ask nothing but who and why; what must hold stands in their rows of the table of steps. */
import type { EditionAction, Outcome } from '@hengjian/domain';
import { conditions } from './conditions.ts';
import type { Act, Edition, RulePorts } from './ports.ts';
import { takeStep } from './take-step.ts';

type PlainStep = (ports: RulePorts, ruleId: string, edition: number, act: Act) => Promise<Outcome<Edition>>;
const step =
  (action: EditionAction): PlainStep =>
  (ports, ruleId, edition, act) =>
    takeStep(ports, conditions, { ruleId, edition, action, act });

/** A draft goes to the three reviews: only when static checks hold and its cases pass on both readers. */
export const submitDraft = step('submit');
/** From now on the edition runs in the same scan as the live ones; what it finds is compared and never said. */
export const startShadow = step('startShadow');
/** An edition whose trial run shows what nobody wanted is a draft again; it goes through all reviews anew. */
const returnShadow = step('return');
/** An edition is given up: a live one says nothing any more, for no date; what it found stays as it is. */
export const retireEdition = step('retire');

/** By the word that the command line and the console's routes use. */
export const plainSteps = { submit: submitDraft, shadow: startShadow, return: returnShadow, retire: retireEdition } as const;
