import { choiceQuestion, type QuestionnaireTemplate, remarksQuestion } from '@hengjian/domain';
import { opening } from '../opening.ts';

export default {
  id: 'policy-awareness',
  title: { zh: '医保政策知晓率问卷', en: 'Awareness of policy' },
  group: 'insured',
  opening,
  questions: [
    choiceQuestion(
      'aware',
      '您了解本市的医保参保、报销和基金监管政策吗？',
      [{ text: '了解', good: true }, { text: '基本了解', good: true }, '不太了解', '不了解'],
      { required: true, counts: 'aware' },
    ),
    choiceQuestion('fraud', '以下哪些行为属于欺诈骗保？', ['把医保卡借给别人用', '挂床住院', '药店用医保卡买日用品', '异地就医前备案'], {
      kind: 'several',
    }),
    choiceQuestion('hotline', '您知道可以拨打 12345 或者向医保部门举报骗保吗？', ['知道', '不知道']),
    choiceQuestion('reward', '您知道举报骗保查实有奖励吗？', ['知道', '不知道']),
    remarksQuestion,
  ],
} as const satisfies QuestionnaireTemplate;
