import { choiceQuestion, type QuestionnaireTemplate, ratingQuestion, remarksQuestion } from '@hengjian/domain';
import { opening } from '../opening.ts';

export default {
  id: 'providers',
  title: { zh: '定点医药机构满意度问卷', en: 'Institutions' },
  group: 'providers',
  opening,
  questions: [
    choiceQuestion('kind', '贵单位属于', ['三级医院', '二级医院', '基层医疗机构', '零售药店', '其他']),
    ratingQuestion('agreement', '对协议签订和年度考核满意吗？'),
    ratingQuestion('settlement', '对费用结算、拨付的及时性满意吗？'),
    ratingQuestion('review', '对智能审核的准确性和申诉办理满意吗？'),
    ratingQuestion('system', '对医保信息系统的稳定性满意吗？'),
    ratingQuestion('overall', '总的来说，对医疗保障部门的工作满意吗？', 'satisfied'),
    remarksQuestion,
  ],
} as const satisfies QuestionnaireTemplate;
