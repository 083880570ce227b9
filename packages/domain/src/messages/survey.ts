import { sentence } from '../messages.ts';
import type { QuestionCounts, QuestionKind } from '../survey/questionnaire.ts';
import type { SurveyAccess, SurveyAction, SurveyMethod, SurveyState } from '../survey/survey.ts';
import type { AnswerChannel } from '../survey/tally.ts';
import { type Day, formatDay } from '../time.ts';

type Words<K extends string> = Readonly<Record<K, { zh: string; en: string }>>;

const states: Words<SurveyState> = {
  draft: { zh: '起草中', en: 'being drawn up' },
  open: { zh: '调查中', en: 'open' },
  closed: { zh: '已结束', en: 'closed' },
  dropped: { zh: '已作废', en: 'dropped' },
};
const actions: Words<SurveyAction> = {
  publish: { zh: '发布', en: 'publish' },
  drop: { zh: '作废', en: 'drop' },
  takeBack: { zh: '撤回修改', en: 'take back' },
  extend: { zh: '改截止日', en: 'change the last day' },
  close: { zh: '结束并记入台账', en: 'close and enter' },
  reopen: { zh: '重新开放', en: 'open again' },
};
const accesses: Words<SurveyAccess> = {
  open: { zh: '公开链接，人人可答', en: 'open to anybody' },
  codes: { zh: '凭码作答，一码一份', en: 'by codes, each good once' },
};
const methods: Words<SurveyMethod> = {
  random: { zh: '随机抽样', en: 'random sample' },
  visitors: { zh: '到访者、自愿参加', en: 'those who come by' },
  everybody: { zh: '全体调查', en: 'everybody' },
};
const kinds: Words<QuestionKind> = {
  choice: { zh: '单选', en: 'one of' },
  several: { zh: '多选', en: 'several of' },
  text: { zh: '文字', en: 'text' },
};
const counts: Words<QuestionCounts> = {
  satisfied: { zh: '满意数', en: 'the satisfied' },
  aware: { zh: '知晓政策数', en: 'those who know' },
};
const channels: Words<AnswerChannel> = {
  web: { zh: '网上', en: 'page' },
  paper: { zh: '纸质', en: 'paper' },
  telephone: { zh: '电话', en: 'telephone' },
};
export const surveyWords = { states, actions, accesses, methods, kinds, counts, channels } as const;

export const surveyMessages = {
  'survey.no-title': sentence(
    () => '请写明调查名称',
    () => 'name the survey',
  ),
  'survey.nobody': sentence(
    () => '调查总体不能是 0；不知道总体人数就留空',
    () => 'the population cannot be 0; leave it empty where it is not known',
  ),
  'survey.open-is-not-random': sentence(
    () => '公开链接谁都能答，不是随机抽样：请改为“到访者、自愿参加”，或者凭码作答',
    () => 'an open page is no random sample: choose those who come by, or codes',
  ),
  'survey.nothing-counts': sentence(
    () => '问卷里没有一题计入满意数或知晓政策数，结果无法记入台账',
    () => 'no question counts for satisfaction or awareness: there would be nothing to enter',
  ),
  'survey.counts-twice': sentence<{ kind: QuestionCounts }>(
    ({ kind }) => `有几题都计入${counts[kind].zh}，只能有一题`,
    ({ kind }) => `several questions count for ${counts[kind].en}: only one may`,
  ),
  'survey.same-question': sentence(
    () => '两道题的内部编号相同，请删除后重新添加其中一题',
    () => 'two questions have the same id',
  ),
  'survey.no-question': sentence<{ no: number }>(
    ({ no }) => `第 ${no} 题没有题目`,
    ({ no }) => `question ${no} asks nothing`,
  ),
  'survey.few-options': sentence<{ no: number }>(
    ({ no }) => `第 ${no} 题至少要有两个选项，选项不能是空的`,
    ({ no }) => `question ${no} needs two options at least, none of them empty`,
  ),
  'survey.same-option': sentence<{ no: number }>(
    ({ no }) => `第 ${no} 题有两个相同的选项`,
    ({ no }) => `two options of question ${no} are the same`,
  ),
  'survey.counts-nothing': sentence<{ no: number }>(
    ({ no }) => `第 ${no} 题计入结果：必须是单选题，并且有的选项算、有的不算`,
    ({ no }) => `question ${no} counts: it has to be one of several, some of which count and some do not`,
  ),
  'survey.counts-optional': sentence<{ no: number }>(
    ({ no }) => `第 ${no} 题计入结果，必须设为必答`,
    ({ no }) => `question ${no} counts and has to be required`,
  ),
  'survey.unknown-template': sentence<{ id: string }>(
    ({ id }) => `没有问卷模板 ${id}`,
    ({ id }) => `no template ${id}`,
  ),
  'survey.not-draft': sentence(
    () => '调查已经发布，问卷不能再改；还没有人作答时可以先“撤回修改”',
    () => 'it is published and cannot be changed; take it back while nobody has answered',
  ),
  'survey.until-passed': sentence(
    () => '答卷截止日已经过去，请改到今天或以后',
    () => 'the last day of answers has passed',
  ),
  'survey.has-answers': sentence<{ n: number }>(
    ({ n }) => `已经收到 ${n} 份答卷，问卷不能再改`,
    ({ n }) => `${n} answers are in: it cannot be changed`,
  ),
  'survey.no-answers': sentence(
    () => '还没有有效答卷，不能结束；不再调查的可以等截止后重新起草',
    () => 'no answer counts yet: it cannot be closed',
  ),
  'survey.surveyed-when': sentence<{ from: Day; to: Day }>(
    ({ from, to }) => `调查日期应在 ${formatDay(from)} 至 ${formatDay(to)} 之间`,
    ({ from, to }) => `the day of the survey is between ${formatDay(from)} and ${formatDay(to)}`,
  ),
  'survey.unknown-question': sentence(
    () => '答卷里有问卷没有的题目，请刷新页面后重新作答',
    () => 'an answer to a question that is not asked: reload the page',
  ),
  'survey.answer-misfits': sentence<{ no: number }>(
    ({ no }) => `第 ${no} 题的回答不符合题目（单选只能选一个，文字不超过 500 字）`,
    ({ no }) => `the answer to question ${no} does not fit it`,
  ),
  'survey.not-whole': sentence(
    () => '还有必答题没有回答',
    () => 'a required question is not answered',
  ),
  'survey.not-open': sentence(
    () => '这项调查现在不收答卷，感谢您的关注',
    () => 'this survey takes no answers now; thank you',
  ),
  'survey.code': sentence(
    () => '答卷码不对，或者已经用过；一个码只能答一次',
    () => 'that code is wrong or used; each is good once',
  ),
  'survey.sheet-known': sentence<{ no: string }>(
    ({ no }) => `编号为 ${no} 的纸质问卷已经录入`,
    ({ no }) => `sheet ${no} is entered already`,
  ),
  'survey.no-answer': sentence<{ id: number }>(
    ({ id }) => `没有第 ${id} 号答卷，或者它已经作废`,
    ({ id }) => `no answer ${id}, or it was withdrawn`,
  ),
  'survey.too-often': sentence(
    () => '这个网络地址提交的答卷太多了，请过一小时再试，或改用手机流量',
    () => 'too many answers from this address: try again in an hour',
  ),
  'survey.too-many-codes': sentence<{ most: number }>(
    ({ most }) => `一次最多生成 ${most} 个答卷码，可以分几次生成`,
    ({ most }) => `${most} codes at once at most`,
  ),
  'survey.open-has-no-codes': sentence(
    () => '公开链接的调查不用答卷码；需要一码一份的，请在起草时改为“凭码作答”',
    () => 'an open survey has no codes',
  ),
} as const;
