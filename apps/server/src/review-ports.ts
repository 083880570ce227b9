// The ports of reviews, trials and replays over a home, with the starter knowledge of shipped rules loaded on the first start.
import type { Instant } from '@hengjian/domain';
import {
  bureauRegion,
  exemptionBookOf,
  findingStoreOf,
  type Home,
  knowledgeKnownAt,
  knowledgeShelfOf,
  knowledgeStoreOf,
  type ReviewLakeOptions,
  reviewLakeOf,
  ruleBookOf,
  shadowShelfOf,
  trialShelfOf,
} from '@hengjian/store';
import { loadStarterKnowledge, type ReplayPorts, type ReviewPorts, shippedStarters, type TrialPorts } from '@hengjian/workflows';
import { rulePortsOf } from './rule-ports.ts';
import { wallClock } from './wall-clock.ts';

/** First start: the knowledge shipped with the rules. */
export async function loadKnowledge(home: Pick<Home, 'db'>): Promise<void> {
  const knowledge = knowledgeStoreOf(home.db);
  const loaded = await loadStarterKnowledge(knowledge, shippedStarters(), { by: '系统', now: wallClock() });
  if (!loaded.ok) throw new Error(`starter knowledge: ${JSON.stringify(loaded.issues.slice(0, 3))}`);
}

async function knowledgeOf(home: Home) {
  await loadKnowledge(home);
  return knowledgeShelfOf(knowledgeStoreOf(home.db));
}

export async function reviewPortsOf(home: Home, options: ReviewLakeOptions = {}): Promise<ReviewPorts> {
  return {
    rules: ruleBookOf(home.db, await bureauRegion(home.db)),
    knowledge: await knowledgeOf(home),
    lake: reviewLakeOf(home.lake, options),
    findings: findingStoreOf(home.db),
    shadow: shadowShelfOf(home, wallClock),
  };
}

export async function trialPortsOf(home: Home): Promise<TrialPorts> {
  return {
    ...rulePortsOf(home),
    exemptions: exemptionBookOf(home.db),
    knowledge: await knowledgeOf(home),
    lake: reviewLakeOf(home.lake),
    trials: trialShelfOf(home),
    region: await bureauRegion(home.db),
  };
}

/** Editions, exemptions and knowledge as known at the instant; of the lake what it is given. */
export async function replayPortsOf(home: Home, asKnownAt: Instant, lake: Home['lake'] = home.lake): Promise<ReplayPorts> {
  const region = await bureauRegion(home.db);
  return {
    rules: ruleBookOf(home.db, region, asKnownAt),
    knowledge: knowledgeKnownAt(home.db, asKnownAt),
    lake: reviewLakeOf(lake),
    trials: trialShelfOf(home),
    region,
  };
}
