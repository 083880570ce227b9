// The nameless answers of a survey as a sheet: a row each, an answer a column.
import type { SheetPage } from '@hengjian/documents';
import { type Answers, formatDay, type Question, type Survey, type SurveyAnswer, surveyWords } from '@hengjian/domain';
import { safe } from '../download.ts';

const heads = ['序号', '答卷日期', '来源', '纸质编号', '计入统计'];

function answerText({ questionId, options }: Question, answers: Answers): string {
  const given = answers[questionId];
  if (given === undefined) return '';
  return typeof given === 'string' ? safe(given) : given.map((one) => options[one]?.text ?? '').join('；');
}

export function answerSheet({ title, matterId, questionnaire }: Survey, answers: readonly SurveyAnswer[]): SheetPage {
  const { questions } = questionnaire;
  const across = heads.length + questions.length;
  return {
    name: '答卷',
    widths: [8, 12, 8, 12, 16, ...questions.map(({ kind }) => (kind === 'choice' ? 14 : 30))],
    headRows: 2,
    landscape: true,
    rows: [
      [{ value: `${title}（${matterId}）`, kind: 'title', across }],
      [...heads, ...questions.map(({ text }) => text)].map((value) => ({ value, kind: 'head' as const })),
      ...answers.map((one, index) =>
        [
          index + 1,
          formatDay(one.answeredOn),
          surveyWords.channels[one.channel].zh,
          safe(one.sheetNo ?? ''),
          one.withdrawn !== null ? `作废：${one.withdrawn}` : one.whole ? '是' : '否，必答题有缺',
          ...questions.map((question) => answerText(question, one.answers)),
        ].map((value) => ({ value })),
      ),
    ],
  };
}
