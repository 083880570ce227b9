// A review's ports over a home, as the apps put them together.
import { findingStoreOf, type Home, knowledgeShelfOf, knowledgeStoreOf, reviewLakeOf, ruleBookOf } from '@hengjian/store';
import type { ReviewPorts } from '@hengjian/workflows';

export const reviewPortsOf = (home: Home): ReviewPorts => ({
  rules: ruleBookOf(home.db),
  knowledge: knowledgeShelfOf(knowledgeStoreOf(home.db)),
  lake: reviewLakeOf(home.lake),
  findings: findingStoreOf(home.db),
});
