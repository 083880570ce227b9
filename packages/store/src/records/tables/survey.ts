import type { Generated } from 'kysely';
import type { MatterTable } from './matter.ts';

export interface SurveyTables {
  survey: MatterTable;
  surveyAnswer: {
    answerId: Generated<string>;
    surveyId: string;
    version: number;
    channel: 'web' | 'paper' | 'telephone';
    answeredOn: number;
    answers: unknown;
    whole: boolean;
    sheetNo: string | null;
    enteredBy: string | null;
  };
  surveyAnswerWithdrawal: { answerId: string; why: string; by: string; at: number };
  surveyCode: { serial: Generated<string>; surveyId: string; code: string; used: Generated<boolean> };
}
