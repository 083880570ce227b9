// The life of findings for routes and jobs: who acts, by which rules, and what moves by itself.
import { dayOf, type FindingActor, findingActorsOf, type Instant, providerScopeOf } from '@hengjian/domain';
import { bureauRegion, caseBookOf, type FindingLifeRules, findingLifeRules, foldFindingSums, type Home, termBookOf } from '@hengjian/store';
import { type CaseBook, followFindings, lapseOverdue, setLastDays } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { moveRatings } from './credit/credit-ports.ts';
import { openLostClues } from './hand-on.ts';
import { operatorOf } from './operator.ts';
import { movePoints } from './points/point-ports.ts';
import { wallClock } from './wall-clock.ts';

export interface FindingLife {
  readonly book: CaseBook;
  readonly rules: FindingLifeRules;
}

export async function findingLifeOf(home: Home, now: Instant = wallClock()): Promise<FindingLife> {
  const rules = await findingLifeRules(home.db, await bureauRegion(home.db), now);
  return { rules, book: caseBookOf(home.db, rules.due) };
}

export interface FindingsMoved {
  opened: number;
  changed: number;
  lapsed: number;
}

/** What needs nobody: new findings get their case, changed ones are told, silence becomes consent. May be done at any time, again and again. */
export async function moveFindings(home: Home, now: Instant = wallClock()): Promise<FindingsMoved> {
  const { book, rules } = await findingLifeOf(home, now);
  const followed = await followFindings(book, rules, now);
  await setLastDays(await termBookOf(home.db, await bureauRegion(home.db)), now);
  const lapsed = await lapseOverdue(book, rules, now, dayOf(now));
  await openLostClues(home);
  // points hang on decisions about findings, ratings on their term
  await movePoints(home, now);
  await moveRatings(home, now);
  await foldFindingSums(home.db);
  return { ...followed, lapsed };
}

export interface Acting {
  readonly by: string;
  /** Parts that the account may take. */
  readonly as: readonly FindingActor[];
  /** Institutions whose findings it sees; null: all. */
  readonly scope: readonly string[] | null;
}

/** Who acts on a finding. */
export const actingOf = (request: FastifyRequest, stated?: string): Acting => ({
  by: operatorOf(request, stated?.trim() || undefined),
  as: findingActorsOf(request.actor),
  scope: providerScopeOf(request.actor),
});
