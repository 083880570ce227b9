/** Every sentence that an issue of the API may need, by code. */
import {
  claimsMessages,
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
  ...planMessages,
  ...readingMessages,
  ...knowledgeMessages,
  ...reviewMessages,
  ...ruleMessages,
  ...exemptionMessages,
  ...claimsMessages,
  ...ruleCheckMessages,
  ...measureMessages,
  ...registerMessages,
  ...serverMessages,
};
