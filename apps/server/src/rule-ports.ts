// The ports of rule governance over a home.
import { ruleCases } from '@hengjian/catalog/cases.gen.ts';
import { editionBookOf, type Home, openCaseEngine } from '@hengjian/store';
import type { CaseFile, RulePorts } from '@hengjian/workflows';

export const rulePortsOf = (home: Home): RulePorts => ({
  book: editionBookOf(home.db),
  openEngine: openCaseEngine,
  shippedCases: (ruleId) => {
    const text = ruleCases[ruleId];
    return text === undefined ? undefined : (JSON.parse(text) as CaseFile);
  },
});
