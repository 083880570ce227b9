import type { AnswerChannel, Answers, Day, Outcome, Survey, SurveyAnswer } from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';

/** A sheet to be kept. */
export interface NewAnswer {
  readonly version: number;
  readonly channel: AnswerChannel;
  readonly answeredOn: Day;
  readonly answers: Answers;
  readonly whole: boolean;
  readonly sheetNo: string | null;
  readonly enteredBy: string | null;
}

/** Inside the transaction of one answer. */
export interface AnswerTransaction {
  /** Uses a code up; false where there is none of that name left. */
  useCode(code: string): Promise<boolean>;
  /** A sheet of that number counts already. */
  hasSheet(sheetNo: string): Promise<boolean>;
}

export interface SurveyCode {
  readonly code: string;
  readonly used: boolean;
}

/** Answers and codes of surveys: appended; which code gave which answer is written nowhere. */
export interface AnswerBook {
  of(surveyId: string): Promise<SurveyAnswer[]>;
  /** The survey stands still while the work decides; what it answers is kept, or nothing is. Gives the answer's number. */
  receive(
    surveyId: string,
    work: (survey: Survey | undefined, inside: AnswerTransaction) => Promise<Outcome<NewAnswer>>,
  ): Promise<Outcome<number>>;
  /** False where the open survey has no such answer that counts. */
  withdraw(surveyId: string, answerId: number, step: JournalStep): Promise<boolean>;
  codes(surveyId: string): Promise<SurveyCode[]>;
  giveCodes(surveyId: string, codes: readonly string[], step: JournalStep): Promise<void>;
}
