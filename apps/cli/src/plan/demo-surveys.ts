/** The demonstration's surveys of the year after the one shown: one closed into the register, one that is being answered. Invented. */
import { questionnaireTemplates } from '@hengjian/catalog';
import {
  type AnswerChannel,
  type Answers,
  dayOf,
  formatDay,
  type Instant,
  type Outcome,
  type Question,
  SECONDS_PER_DAY,
} from '@hengjian/domain';
import { matterPortsOf } from '@hengjian/server';
import { answerBookOf, type Home } from '@hengjian/store';
import { answerSurvey, drawUpSurvey, takeSurveyStep } from '@hengjian/workflows';

const BY = '王科长';
const remarks = ['报销到账再快一点', '窗口工作人员很耐心', '希望社区多开几次政策讲座', '线上备案找不到入口'];

interface Asking {
  readonly template: string;
  readonly title: string;
  readonly population: number | null;
  readonly answers: number;
  /** Days ago that it was published, and that its last day is (negative: ahead). */
  readonly from: number;
  readonly until: number;
  readonly closed: boolean;
}

// biome-ignore format: a table
const askings: readonly Asking[] = [
  { template: 'providers', title: '2026年定点医药机构满意度调查', population: 60, answers: 54, from: 70, until: 40, closed: true },
  { template: 'insured', title: '2026年参保群众满意度调查', population: null, answers: 66, from: 12, until: -18, closed: false },
];

export async function demoSurveys(home: Home, now: Instant): Promise<void> {
  for (const asking of askings) await ask(home, asking, now);
}

async function ask(home: Home, { template, title, population, answers, from, until, closed }: Asking, now: Instant): Promise<void> {
  const found = questionnaireTemplates.find(({ id }) => id === template);
  if (!found) throw new Error(`no questionnaire ${template}`);
  const { opening, questions, group } = found;
  const ports = matterPortsOf(home);
  const ago = (days: number) => now - days * SECONDS_PER_DAY;
  const told = { by: BY, at: ago(from) };
  const design = { title, group, project: null, population, method: 'visitors' as const, access: 'open' as const };
  const { matterId } = must(
    await drawUpSurvey(ports, { design: { ...design, until: dayOf(ago(until)), questionnaire: { opening, questions } }, ...told }),
  );
  must(await takeSurveyStep(ports, { matterId, action: 'publish', given: {}, why: '按年度计划开展调查', ...told }));
  const book = answerBookOf(home.db);
  const last = Math.max(until, 0);
  for (let nth = 0; nth < answers; nth += 1) {
    const channel: AnswerChannel = nth % 9 === 4 ? 'paper' : 'web';
    const sheet = channel === 'paper' ? { by: BY, sheetNo: String(nth) } : { by: null, sheetNo: null };
    const at = ago(from - Math.floor(((from - last) * nth) / answers));
    must(await answerSurvey(book, { surveyId: matterId, channel, answers: answersOf(questions, nth), code: null, at, ...sheet }));
  }
  const given = { surveyedOn: formatDay(dayOf(ago(last))), note: '覆盖全部定点医药机构' };
  if (closed) must(await takeSurveyStep(ports, { matterId, action: 'close', given, why: '调查期满', by: BY, at: ago(last) }));
}

/** Most are satisfied; the spread is always the same. */
function answersOf(questions: readonly Question[], nth: number): Answers {
  const answers: Record<string, readonly number[] | string> = {};
  for (const [index, { questionId, kind, options }] of questions.entries()) {
    const draw = (nth * 7919 + index * 104_729) % 101;
    if (kind === 'text') {
      if (draw < 12) answers[questionId] = remarks[draw % remarks.length] as string;
    } else if (kind === 'several') answers[questionId] = options.flatMap((_, i) => ((draw + i * 37) % 3 === 0 ? [i] : []));
    else answers[questionId] = [Math.min(options.length - 1, draw < 52 ? 0 : draw < 90 ? 1 : draw < 97 ? 2 : 3)];
  }
  return answers;
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`demo survey: ${JSON.stringify(outcome.issues)}`);
  return outcome.value;
}
