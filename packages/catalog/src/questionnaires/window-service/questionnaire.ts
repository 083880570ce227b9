import { choiceQuestion, type QuestionnaireTemplate, ratingQuestion, remarksQuestion } from '@hengjian/domain';
import { opening } from '../opening.ts';

export default {
  id: 'window-service',
  title: { zh: '办事窗口满意度问卷', en: 'Service windows' },
  group: 'insured',
  opening,
  questions: [
    choiceQuestion('matter', '您今天办理的是', ['参保登记', '关系转移', '异地备案', '费用报销', '门诊慢特病', '生育津贴', '其他']),
    choiceQuestion('wait', '您等了多久？', ['10 分钟以内', '10 至 30 分钟', '30 分钟以上']),
    choiceQuestion('once', '是否一次办成？', ['是', '否']),
    ratingQuestion('clear', '办事材料和流程说得清楚吗？'),
    ratingQuestion('overall', '您对这次办理满意吗？', 'satisfied'),
    remarksQuestion,
  ],
} as const satisfies QuestionnaireTemplate;
