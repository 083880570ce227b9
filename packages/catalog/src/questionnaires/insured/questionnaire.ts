import { choiceQuestion, type QuestionnaireTemplate, ratingQuestion, remarksQuestion } from '@hengjian/domain';
import { opening } from '../opening.ts';

export default {
  id: 'insured',
  title: { zh: '参保群众满意度问卷', en: 'The insured' },
  group: 'insured',
  opening,
  questions: [
    ratingQuestion('enrolment', '您对参保登记、缴费是否方便满意吗？'),
    ratingQuestion('claims', '您对看病报销、直接结算满意吗？'),
    ratingQuestion('service', '您对经办窗口和热线的服务态度满意吗？'),
    ratingQuestion('supervision', '您对打击欺诈骗保、维护医保基金安全满意吗？'),
    choiceQuestion(
      'channel',
      '您主要从哪里了解医保政策？',
      ['医保部门宣传', '社区或村干部', '医院或药店', '电视、报纸', '微信、网络', '不了解'],
      { kind: 'several' },
    ),
    choiceQuestion(
      'aware',
      '您了解本市的医保参保、报销和基金监管政策吗？',
      [{ text: '了解', good: true }, { text: '基本了解', good: true }, '不太了解', '不了解'],
      { required: true, counts: 'aware' },
    ),
    ratingQuestion('overall', '总的来说，您对本市医疗保障工作满意吗？', 'satisfied'),
    remarksQuestion,
  ],
} as const satisfies QuestionnaireTemplate;
