import { accountMessages } from './account.ts';
import { alertMessages } from './alert.ts';
import { benefitMessages } from './benefit.ts';
import { caseMessages } from './case.ts';
import { claimsSentences } from './claims.ts';
import { clueMessages } from './clue.ts';
import { complaintMessages } from './complaint.ts';
import { creditMessages } from './credit.ts';
import { exemptionMessages } from './exemption.ts';
import { findingMessages } from './finding.ts';
import { inspectionMessages } from './inspection.ts';
import { knowledgeMessages } from './knowledge.ts';
import { matterMessages } from './matter.ts';
import { measureMessages } from './measure.ts';
import { parameterMessages } from './parameter.ts';
import { paymentMessages } from './payment.ts';
import { personMessages } from './person.ts';
import { planMessages } from './plan.ts';
import { planLifeMessages } from './plan-life.ts';
import { pointMessages } from './points.ts';
import { readingMessages } from './reading.ts';
import { registerMessages } from './register.ts';
import { reviewMessages } from './review.ts';
import { ruleMessages } from './rule.ts';
import { ruleCheckMessages } from './rule-checks.ts';
import type { SentenceTable } from './say.ts';
import { serverMessages } from './server.ts';
import { surveyMessages } from './survey.ts';
import { transferMessages } from './transfer.ts';

/** Every sentence that an issue may need, by code. */
export const sentences: SentenceTable = {
  ...accountMessages,
  ...personMessages,
  ...benefitMessages,
  ...paymentMessages,
  ...alertMessages,
  ...planLifeMessages,
  ...planMessages,
  ...pointMessages,
  ...readingMessages,
  ...knowledgeMessages,
  ...reviewMessages,
  ...ruleMessages,
  ...exemptionMessages,
  ...findingMessages,
  ...claimsSentences,
  ...caseMessages,
  ...clueMessages,
  ...surveyMessages,
  ...parameterMessages,
  ...inspectionMessages,
  ...complaintMessages,
  ...creditMessages,
  ...matterMessages,
  ...ruleCheckMessages,
  ...measureMessages,
  ...registerMessages,
  ...serverMessages,
  ...transferMessages,
};
