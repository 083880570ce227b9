import type { QuestionnaireTemplate } from '@hengjian/domain';
import { questionnaires } from '../questionnaires.gen.ts';

export const questionnaireTemplates: readonly QuestionnaireTemplate[] = Object.values(questionnaires);
