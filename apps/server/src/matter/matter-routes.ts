// The list, the file and the steps of one kind of matter; each noun says only what it is called.
import { type Action, actionsOf, dayOf, type Matter, type MatterStep, may, type Outcome } from '@hengjian/domain';
import { journalOf, type MatterSearch, matterBookOf, matterPage } from '@hengjian/store';
import type { MatterNoun, Matters, StepWish } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { demand } from '../account/guard-permissions.ts';
import { operatorOf } from '../operator.ts';
import { refuse, taken } from '../refusal.ts';
import type { matterQuery, matterStep, Shown } from '../schemas/matters.ts';
import type { Services } from '../services.ts';

type AnyStep = MatterStep<string, string, string, string>;

/** What routes of one noun do, whatever the noun. */
export interface MatterDesk<N extends MatterNoun> {
  page(wish: z.output<typeof matterQuery>, having?: MatterSearch['having']): Promise<{ total: number; rows: Shown<Matters[N]>[] }>;
  /** A matter as it is shown today. */
  shown(one: Matters[N]): Shown<Matters[N]>;
  known(matterId: string): Promise<Matters[N]>;
  file(request: FastifyRequest, matterId: string): Promise<{ one: Shown<Matters[N]>; actions: string[]; steps: StepShown[] }>;
  step(
    request: FastifyRequest,
    matterId: string,
    action: string,
    body: z.output<typeof matterStep>,
    take: (wish: StepWish<never>) => Promise<Outcome<Matters[N]>>,
  ): Promise<Shown<Matters[N]>>;
}
interface StepShown {
  at: number;
  by: string;
  action: string;
  before: string | null;
  after: string | null;
  why: string | null;
  file: string | null;
}

const shownOf = <M>(one: M, today: number): Shown<M & Matter> => {
  const { dueDay, closedOn } = one as unknown as Matter;
  return { ...(one as M & Matter), overdue: closedOn === null && dueDay !== null && dueDay < today };
};

/** The scan of which a step in the journal speaks. */
const fileIn = (detail: string): string | null => (JSON.parse(detail) as { facts?: { file?: string } }).facts?.file ?? null;

export function matterDesk<N extends MatterNoun>(noun: N, steps: readonly AnyStep[], { home, now }: Services): MatterDesk<N> {
  const book = matterBookOf(home.db);
  const today = () => dayOf(now());
  const known = async (matterId: string): Promise<Matters[N]> =>
    (await book.find(noun, matterId)) ?? refuse('matter.unknown', { noun, id: matterId }, 404);
  return {
    shown: (one) => shownOf(one, today()) as Shown<Matters[N]>,
    known,
    async page({ page, size, state, text, provider, overdue }, having = {}) {
      const wish = { state, text, having, providerNo: provider, offset: (page - 1) * size, limit: size };
      const found = await matterPage(home.db, noun, { ...wish, ...(overdue && { overdueOn: today() }) });
      return { total: found.total, rows: found.rows.map((one) => shownOf(one, today()) as Shown<Matters[N]>) };
    },
    async file({ actor }, matterId) {
      const one = await known(matterId);
      const history = await journalOf(home.db).page({ noun, subjectId: matterId, limit: 500 });
      const actions = actionsOf(steps, one.state).filter((action) => may(actor, `${noun}.${action}` as Action, { state: one.state }).ok);
      return {
        one: shownOf(one, today()) as Shown<Matters[N]>,
        actions,
        steps: history.map(({ at, by, action, before, after, why, detail }) => ({
          at,
          by,
          action,
          before,
          after,
          why,
          file: fileIn(detail),
        })),
      };
    },
    async step(request, matterId, action, { why, given }, take) {
      if (!steps.some((step) => step.action === action)) refuse('matter.noStep', { noun, state: '', action }, 404);
      demand(request, `${noun}.${action}` as Action, {});
      const one = await known(matterId);
      // who may take it in another state only is told so by the table of steps, unless the step is there for others
      if (steps.some((step) => step.from === one.state && step.action === action))
        demand(request, `${noun}.${action}` as Action, { state: one.state });
      const wish = { matterId, action, why, given, by: operatorOf(request), at: now() } as StepWish<never>;
      return shownOf(taken(await take(wish)), today()) as Shown<Matters[N]>;
    },
  };
}
