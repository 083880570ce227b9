/** A survey drawn up, and drawn up again: every version of the questionnaire stays. */
import {
  calendarDate,
  dayOf,
  designIssues,
  type Instant,
  issueOf,
  newSurvey,
  type Outcome,
  type Survey,
  type SurveyDesign,
} from '@hengjian/domain';
import { journalled } from '../matter/journalled.ts';
import type { MatterPorts } from '../matter/ports.ts';

interface Drawing {
  readonly design: SurveyDesign;
  readonly by: string;
  readonly at: Instant;
}

/** Refusals: what `designIssues` says. */
export async function drawUpSurvey({ book }: Pick<MatterPorts, 'book'>, { design, by, at }: Drawing): Promise<Outcome<Survey>> {
  const issues = designIssues(design);
  if (issues.length > 0) return { ok: false, issues };
  const value = await book.transact(async (inside) => {
    const survey = newSurvey(await inside.nextId('survey', calendarDate(dayOf(at)).year), design, dayOf(at));
    return { writes: [journalled('survey', null, survey, { action: 'open', by, at, why: null })], value: survey };
  });
  return { ok: true, value, issues: [] };
}

/** Refusals besides: `matter.unknown`, `survey.not-draft`. The version goes up where the questionnaire changed. */
export async function reviseSurvey(
  { book }: Pick<MatterPorts, 'book'>,
  { surveyId, design, by, at }: Drawing & { readonly surveyId: string },
): Promise<Outcome<Survey>> {
  const issues = designIssues(design);
  if (issues.length > 0) return { ok: false, issues };
  return book.transact<Outcome<Survey>>(async (inside) => {
    const before = await inside.find('survey', surveyId);
    if (before?.state !== 'draft') {
      const refused = before ? issueOf('survey.not-draft') : issueOf('matter.unknown', { noun: 'survey', id: surveyId });
      return { writes: [], value: { ok: false, issues: refused } };
    }
    const same = JSON.stringify(before.questionnaire) === JSON.stringify(design.questionnaire);
    const kept = { version: before.version, questionnaire: before.questionnaire, until: at, by };
    const survey: Survey = {
      ...before,
      ...design,
      ...(same ? {} : { version: before.version + 1, earlier: [...before.earlier, kept] }),
    };
    return {
      writes: [journalled('survey', before, survey, { action: 'revise', by, at, why: null })],
      value: { ok: true, value: survey, issues: [] },
    };
  });
}
