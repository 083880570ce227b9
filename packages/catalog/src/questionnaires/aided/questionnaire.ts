import { choiceQuestion, type QuestionnaireTemplate, ratingQuestion, remarksQuestion } from '@hengjian/domain';
import { opening } from '../opening.ts';

export default {
  id: 'aided',
  title: { zh: '医疗救助对象满意度问卷', en: 'Those aided' },
  group: 'aided',
  opening,
  questions: [
    ratingQuestion('enrolment', '您对资助参保的办理满意吗？'),
    ratingQuestion('aid', '您对医疗救助的金额和发放时间满意吗？'),
    choiceQuestion('paid', '住院时救助金是否在医院直接结算？', ['是', '否，事后申请', '没有住过院']),
    ratingQuestion('staff', '您对救助经办人员的态度满意吗？'),
    choiceQuestion(
      'aware',
      '您了解本市的医保参保、报销和基金监管政策吗？',
      [{ text: '了解', good: true }, { text: '基本了解', good: true }, '不太了解', '不了解'],
      { required: true, counts: 'aware' },
    ),
    ratingQuestion('overall', '总的来说，您对医疗救助工作满意吗？', 'satisfied'),
    remarksQuestion,
  ],
} as const satisfies QuestionnaireTemplate;
