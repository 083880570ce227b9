// 满意度调查: drawn up from a template, published, answers entered, counted, closed into the register.
import { questionnaireTemplates, registerOf } from '@hengjian/catalog';
import { writeWorkbook } from '@hengjian/documents';
import { answersNeeded, dayOf, precisionOf, type Survey, surveySteps, tallyOf } from '@hengjian/domain';
import { answerBookOf, bureauParameter, bureauRegion, planStoreOf } from '@hengjian/store';
import { answerSurvey, drawUpSurvey, giveCodes, reviseSurvey, takeSurveyStep, withdrawAnswer } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { sendFile, XLSX } from '../download.ts';
import { matterPortsOf } from '../matter/matter-ports.ts';
import { matterDesk } from '../matter/matter-routes.ts';
import { operatorOf } from '../operator.ts';
import { refuse, taken } from '../refusal.ts';
import { why } from '../schemas/complaints.ts';
import { matterStep } from '../schemas/matters.ts';
import * as shapes from '../schemas/surveys.ts';
import type { Services } from '../services.ts';
import { answerSheet } from '../survey/answer-sheet.ts';

const named = z.object({ survey: z.string() });

export function surveysRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const desk = matterDesk('survey', surveySteps, services);
  const ports = matterPortsOf(home);
  const book = answerBookOf(home.db);

  app.get('/api/surveys/beginning', { config: { may: 'survey.read' }, schema: { response: { 200: shapes.beginning } } }, async () => {
    const register = taken(registerOf('satisfaction-surveys'));
    const groups = register.fields.find(({ name }) => name === 'group')?.codes ?? {};
    const plans = (await planStoreOf(home.db).plans()).filter(({ inForce }) => inForce);
    return {
      templates: questionnaireTemplates.map(({ id, title, group, ...questionnaire }) => ({
        id,
        title,
        group,
        questionnaire: plain(questionnaire),
      })),
      groups: Object.entries(groups).map(([code, title]) => ({ code, title })),
      projects: [...new Set(plans.flatMap(({ plan }) => plan.projects.map(({ name }) => name)))],
    };
  });
  app.get(
    '/api/surveys',
    { config: { may: 'survey.read' }, schema: { querystring: shapes.surveyQuery, response: { 200: shapes.surveyPage } } },
    ({ query: { group, ...wish } }) => desk.page(wish, { group }),
  );
  app.post(
    '/api/surveys',
    { config: { may: 'survey.design' }, schema: { body: shapes.surveyDesign, response: { 200: shapes.survey } } },
    async (request) => {
      const design = plainDesign(request.body);
      return desk.shown(taken(await drawUpSurvey(ports, { design, by: operatorOf(request), at: now() })));
    },
  );
  app.put(
    '/api/surveys/:survey',
    { config: { may: 'survey.design' }, schema: { params: named, body: shapes.surveyDesign, response: { 200: shapes.survey } } },
    async (request) => {
      const wish = { surveyId: request.params.survey, design: plainDesign(request.body), by: operatorOf(request), at: now() };
      return desk.shown(taken(await reviseSurvey(ports, wish)));
    },
  );
  app.get(
    '/api/surveys/:survey',
    { config: { may: 'survey.read' }, schema: { params: named, response: { 200: shapes.surveyFile } } },
    async (request) => {
      const file = await desk.file(request, request.params.survey);
      const survey = file.one;
      const precision = survey.result ?? precisionOf(survey, await ports.limits(dayOf(now())));
      const answers = await book.of(survey.matterId);
      const tally = tallyOf(survey.questionnaire, answers, precision);
      const counted = Map.groupBy(
        answers.filter(({ whole, withdrawn }) => whole && withdrawn === null),
        ({ answeredOn }) => answeredOn,
      );
      const codes = await book.codes(survey.matterId);
      return {
        ...file,
        tally: { ...tally, questions: tally.questions.map((one) => ({ ...one, counts: [...one.counts] })) },
        needed: answersNeeded(precision),
        confidencePercent: precision.confidencePercent,
        marginPercent: precision.marginPercent,
        days: [...counted].map(([day, own]) => ({ day, n: own.length })).sort((a, b) => a.day - b.day),
        codes: { given: codes.length, used: codes.filter(({ used }) => used).length },
      };
    },
  );
  app.post(
    '/api/surveys/:survey/steps/:action',
    {
      config: { may: 'survey.read' },
      schema: { params: named.extend({ action: z.string() }), body: matterStep, response: { 200: shapes.survey } },
    },
    async (request) =>
      desk.step(request, request.params.survey, request.params.action, request.body, (wish) => takeSurveyStep(ports, wish)),
  );
  app.get(
    '/api/surveys/:survey/answers',
    { config: { may: 'survey.read' }, schema: { params: named, querystring: shapes.answerQuery, response: { 200: shapes.answerPage } } },
    async ({ params, query: { page, size } }) => {
      const survey = await desk.known(params.survey);
      const all = (await book.of(survey.matterId)).reverse();
      return { total: all.length, rows: all.slice((page - 1) * size, page * size).map(answerJson) };
    },
  );
  app.get('/api/surveys/:survey/answers.xlsx', { config: { may: 'survey.read' }, schema: { params: named } }, async ({ params }, reply) => {
    const survey = await desk.known(params.survey);
    const bytes = await writeWorkbook([answerSheet(survey, await book.of(survey.matterId))]);
    return sendFile(reply, bytes, `${survey.title}答卷.xlsx`, XLSX);
  });
  app.post(
    '/api/surveys/:survey/answers',
    { config: { may: 'survey.enter' }, schema: { params: named, body: shapes.entered, response: { 200: shapes.kept } } },
    async (request) => {
      const { channel, sheetNo, answers } = request.body;
      const own = { channel, answers, sheetNo: sheetNo?.trim() || null, code: null, by: operatorOf(request), at: now() };
      return { answerId: taken(await answerSurvey(book, { surveyId: request.params.survey, ...own })) };
    },
  );
  app.post(
    '/api/surveys/:survey/answers/:answer/withdrawal',
    {
      config: { may: 'survey.withdraw' },
      schema: { params: named.extend({ answer: z.coerce.number().int() }), body: why, response: { 200: shapes.kept } },
    },
    async (request) => {
      const survey = await desk.known(request.params.survey);
      const wish = { survey, answerId: request.params.answer, by: operatorOf(request), at: now(), why: request.body.why };
      return { answerId: taken(await withdrawAnswer(book, wish)) };
    },
  );
  app.get(
    '/api/surveys/:survey/codes',
    { config: { may: 'survey.design' }, schema: { params: named, response: { 200: shapes.codes } } },
    async ({ params }) => book.codes((await desk.known(params.survey)).matterId),
  );
  app.post(
    '/api/surveys/:survey/codes',
    {
      config: { may: 'survey.design' },
      schema: { params: named, body: shapes.codesWish, response: { 200: z.object({ count: z.number() }) } },
    },
    async (request) => {
      const survey = await desk.known(request.params.survey);
      const most = (await bureauParameter(home.db, 'survey.codesAtOnce', await bureauRegion(home.db)))(dayOf(now()));
      if (request.body.count > most) refuse('survey.too-many-codes', { most }, 422);
      return { count: taken(await giveCodes(book, { survey, count: request.body.count, by: operatorOf(request), at: now() })) };
    },
  );
}

const answerJson = (one: Awaited<ReturnType<ReturnType<typeof answerBookOf>['of']>>[number]): shapes.AnswerJson => ({
  ...one,
  answers: Object.fromEntries(Object.entries(one.answers).map(([id, value]) => [id, typeof value === 'string' ? value : [...value]])),
});

type Questionnaire = Survey['questionnaire'];
/** Without the marks of reading only. */
const plain = ({ opening, questions }: Questionnaire): shapes.TemplateJson['questionnaire'] => ({
  opening,
  questions: questions.map(({ options, ...question }) => ({ ...question, options: options.map((option) => ({ ...option })) })),
});

/** Options without a mark carry none, so that the same questionnaire is the same text. */
const plainDesign = ({ questionnaire, ...design }: shapes.SurveyDesignJson) => ({
  ...design,
  title: design.title.trim(),
  questionnaire: {
    opening: questionnaire.opening.trim(),
    questions: questionnaire.questions.map(({ options, ...question }) => ({
      ...question,
      text: question.text.trim(),
      options:
        question.kind === 'text' ? [] : options.map(({ text, good }) => (good ? { text: text.trim(), good } : { text: text.trim() })),
    })),
  },
});
