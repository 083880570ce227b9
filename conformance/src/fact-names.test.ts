// Every value that a rule shows has a name in words on the evidence page.
import { rules } from '@hengjian/catalog';
import { peerFacts, type RuleTree } from '@hengjian/language';
import { expect, test } from 'vitest';
import { factNames } from '../../apps/console/src/texts/facts.ts';

test('no fact is shown under its identifier', () => {
  const shown = (Object.values(rules) as readonly RuleTree[]).flatMap((rule) =>
    [...Object.keys(rule.facts), ...(rule.shape.kind === 'peer' ? Object.keys(peerFacts(rule.shape)) : [])].map((name) => ({
      rule: rule.id,
      name,
    })),
  );
  expect(shown.length).toBeGreaterThan(50);
  expect(shown.filter(({ name }) => !(name in factNames))).toEqual([]);
});
