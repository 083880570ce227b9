/** Every sentence that an issue of the API may need, by code. */
import {
  accountMessages,
  claimsSentences,
  complaintMessages,
  exemptionMessages,
  knowledgeMessages,
  measureMessages,
  planMessages,
  readingMessages,
  registerMessages,
  reviewMessages,
  ruleCheckMessages,
  ruleMessages,
  type SentenceTable,
  serverMessages,
} from '@hengjian/domain';

export const sentences: SentenceTable = {
  ...accountMessages,
  ...planMessages,
  ...readingMessages,
  ...knowledgeMessages,
  ...reviewMessages,
  ...ruleMessages,
  ...exemptionMessages,
  ...claimsSentences,
  ...complaintMessages,
  ...ruleCheckMessages,
  ...measureMessages,
  ...registerMessages,
  ...serverMessages,
};
