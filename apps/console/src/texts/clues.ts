import type { Text } from './text.ts';

export const clues = {
  title: ['线索', 'Clues'],
  about: [
    '从疑点、举报、预警、检查和移送来的线索：先核查快到期的，有违法违规事实的提请立案。',
    'From findings, complaints, alerts, inspections and others: what is due first stands first.',
  ],
  none: ['没有符合条件的线索', 'No such clues'],
  enter: ['登记线索', 'Enter a clue'],
  source: ['来源', 'Source'],
  sourceRef: ['来源编号', 'Number there'],
  object: ['对象', 'About'],
  objectKind: ['对象类别', 'Kind of object'],
  objectNo: ['对象编号', 'Number'],
  objectName: ['对象名称', 'Name'],
  text: ['线索内容', 'What it says'],
  amount: ['涉及基金（元）', 'Fund amount (yuan)'],
  links: ['关联', 'Linked'],
  assigned: ['承办人', 'Handled by'],
  verification: ['核查情况', 'Verified'],
  grounded: ['有违法违规事实', 'a violation'],
  notGrounded: ['未发现违法违规事实', 'no violation'],
  caseId: ['案件', 'Case'],
  transferredTo: ['移送给', 'Handed to'],
} as const satisfies Record<string, Text>;
