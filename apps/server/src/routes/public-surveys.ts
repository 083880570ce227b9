// 公众: answer a survey without an account. Like public.ts, these addresses may be opened to the internet by a front server.
import { dayOf, type Survey } from '@hengjian/domain';
import { answerBookOf, bureauParameter, bureauRegion, matterBookOf } from '@hengjian/store';
import { answerSurvey } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { perHour } from '../complaint/per-hour.ts';
import { refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/surveys.ts';
import type { Services } from '../services.ts';

const named = z.object({ survey: z.string().max(40) });

export function publicSurveysRoutes(app: App, { home, now, captchas }: Services): void {
  const answers = perHour();
  /** A survey that everybody may know of: one that was published. */
  const published = async (surveyId: string): Promise<Survey> => {
    const survey = await matterBookOf(home.db).find('survey', surveyId);
    return survey && (survey.state === 'open' || survey.state === 'closed') ? survey : refuse('survey.not-open', {}, 404);
  };
  app.get(
    '/api/public/surveys/:survey',
    { config: { may: 'survey.answer' }, schema: { params: named, response: { 200: shapes.publicSurvey } } },
    async ({ params }) => {
      const { matterId, title, state, until, access, questionnaire } = await published(params.survey);
      return {
        surveyId: matterId,
        title,
        open: state === 'open' && dayOf(now()) <= until,
        access,
        opening: questionnaire.opening,
        questions: questionnaire.questions.map(({ counts: _, options, ...question }) => ({
          ...question,
          options: options.map(({ text }) => text),
        })),
      };
    },
  );
  app.post(
    '/api/public/surveys/:survey/answers',
    {
      config: { may: 'survey.answer' },
      schema: { params: named, body: shapes.publicAnswer, response: { 200: z.object({ taken: z.literal(true) }) } },
    },
    async ({ params, body, ip }) => {
      const survey = await published(params.survey);
      // a code is proof enough; who holds none copies the picture
      if (survey.access === 'open' && !captchas.answer(body.captchaId, body.captcha, now())) refuse('complaint.captcha', {}, 422);
      const most = (await bureauParameter(home.db, 'survey.answersPerHour', await bureauRegion(home.db)))(dayOf(now()));
      if (!answers.admit(ip, most, now())) refuse('survey.too-often', {}, 429);
      const wish = {
        surveyId: survey.matterId,
        channel: 'web' as const,
        answers: body.answers,
        code: body.code,
        sheetNo: null,
        by: null,
        at: now(),
      };
      taken(await answerSurvey(answerBookOf(home.db), wish));
      return { taken: true as const };
    },
  );
}
