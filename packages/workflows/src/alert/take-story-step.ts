/** One step of a story: the table says whether it is there, the journal keeps it. */
import { type AlertStory, dayOf, type Issue, type Outcome, type StoryStepWish, storyStepOf } from '@hengjian/domain';
import type { AlertBook } from './ports.ts';

const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code: `alert.${code}`, severity: 'error', facts });

export interface StoryPorts {
  readonly book: AlertBook;
  /** Opens a clue from a story and returns its number. */
  openClue(story: AlertStory, wish: StoryStepWish): Promise<Outcome<string>>;
}

/** Takes the step, or says why not. `head`: whoever asks leads the section. */
export async function takeStoryStep(
  { book, openClue }: StoryPorts,
  wish: StoryStepWish & { readonly head: boolean },
): Promise<Outcome<AlertStory>> {
  let issues: readonly Issue[] = [issue('unknown', { id: wish.storyId })];
  let taken: AlertStory | undefined;
  await book.change(wish.storyId, async (one) => {
    const next = await nextOf(one, wish, openClue);
    if (!next.ok) {
      issues = next.issues;
      return undefined;
    }
    taken = { ...one, ...next.value };
    const { storyId, action, by, why, at } = wish;
    const { state, assignedTo, reason, ledTo } = taken;
    return {
      story: taken,
      step: {
        noun: 'alertStory',
        subjectId: storyId,
        action,
        before: one.state,
        after: state,
        by,
        why,
        at,
        detail: { assignedTo, reason, ledTo },
        rows: [{ table: 'alert_story', key: storyId }],
      },
    };
  });
  return taken ? { ok: true, value: taken, issues: [] } : { ok: false, issues: [...issues] };
}

async function nextOf(
  one: AlertStory,
  wish: StoryStepWish & { readonly head: boolean },
  openClue: StoryPorts['openClue'],
): Promise<Outcome<Partial<AlertStory>>> {
  const refuse = (...issues: Issue[]): Outcome<never> => ({ ok: false, issues });
  const fine = (value: Partial<AlertStory>): Outcome<Partial<AlertStory>> => ({ ok: true, value, issues: [] });
  const step = storyStepOf(one.state, wish.action);
  if (!step) return refuse(issue('no-step', { state: one.state, action: wish.action }));
  if (wish.why.trim() === '') return refuse(issue('why'));
  if (step.needs.includes('ownWork') && !wish.head && one.assignedTo !== null && one.assignedTo !== wish.by)
    return refuse(issue('condition', { condition: 'ownWork' }));
  const state = step.to;
  const today = dayOf(wish.at);
  switch (wish.action) {
    case 'assign':
      return wish.assignedTo?.trim() ? fine({ state, assignedTo: wish.assignedTo.trim() }) : refuse(issue('missing', { what: '承办人' }));
    case 'look':
      return fine({ state, assignedTo: one.assignedTo ?? wish.by });
    case 'clue': {
      const opened = await openClue(one, wish);
      return opened.ok ? fine({ state, ledTo: opened.value, closedOn: today }) : opened;
    }
    case 'inspect':
      return wish.inspectionId?.trim()
        ? fine({ state, ledTo: wish.inspectionId.trim(), closedOn: today })
        : refuse(issue('missing', { what: '检查编号' }));
    case 'close':
      return wish.reason ? fine({ state, reason: wish.reason, closedOn: today }) : refuse(issue('missing', { what: '了结原因' }));
    case 'reopen':
      return fine({ state, reason: null, closedOn: null });
  }
}
