// The ports of a review over a home, with the starter knowledge of shipped rules loaded on the first start.
import {
  findingStoreOf,
  type Home,
  knowledgeShelfOf,
  knowledgeStoreOf,
  type ReviewLakeOptions,
  reviewLakeOf,
  ruleBookOf,
} from '@hengjian/store';
import { loadStarterKnowledge, type ReviewPorts, shippedStarters } from '@hengjian/workflows';
import { wallClock } from './wall-clock.ts';

export async function reviewPortsOf(home: Home, options: ReviewLakeOptions = {}): Promise<ReviewPorts> {
  const knowledge = knowledgeStoreOf(home.db);
  const loaded = await loadStarterKnowledge(knowledge, shippedStarters(), { by: '系统', now: wallClock() });
  if (!loaded.ok) throw new Error(`starter knowledge: ${JSON.stringify(loaded.issues.slice(0, 3))}`);
  return {
    rules: ruleBookOf(home.db),
    knowledge: knowledgeShelfOf(knowledge),
    lake: reviewLakeOf(home.lake, options),
    findings: findingStoreOf(home.db),
  };
}
