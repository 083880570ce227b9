import { type QuestionnaireTemplate, ratingQuestion, remarksQuestion } from '@hengjian/domain';
import { opening } from '../opening.ts';

export default {
  id: 'agencies',
  title: { zh: '经办机构满意度问卷', en: 'Agencies' },
  group: 'agencies',
  opening,
  questions: [
    ratingQuestion('guidance', '对政策解释和业务指导满意吗？'),
    ratingQuestion('training', '对业务培训满意吗？'),
    ratingQuestion('funds', '对资金拨付的及时性满意吗？'),
    ratingQuestion('overall', '总的来说，对主管部门的工作满意吗？', 'satisfied'),
    remarksQuestion,
  ],
} as const satisfies QuestionnaireTemplate;
