import { choiceQuestion, type QuestionnaireTemplate, ratingQuestion, remarksQuestion } from '@hengjian/domain';
import { opening } from '../opening.ts';

export default {
  id: 'users',
  title: { zh: '信息系统使用人员满意度问卷', en: 'Users of systems' },
  group: 'users',
  opening,
  questions: [
    choiceQuestion('system', '您常用的是', ['基础信息管理', '业务经办', '智能审核', '基金财务', '公共服务', '其他'], {
      kind: 'several',
    }),
    ratingQuestion('stable', '对系统运行的稳定性满意吗？'),
    ratingQuestion('speed', '对系统的响应速度满意吗？'),
    ratingQuestion('help', '对故障处理和运维服务满意吗？'),
    ratingQuestion('overall', '总的来说，您对信息系统满意吗？', 'satisfied'),
    remarksQuestion,
  ],
} as const satisfies QuestionnaireTemplate;
