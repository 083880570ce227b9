import type { Text } from './text.ts';

export const nav = {
  overview: ['总览', 'Overview'],
  findings: ['疑点', 'Findings'],
  alerts: ['预警', 'Alerts'],
  work: ['办理', 'Work'],
  rules: ['规则', 'Rules'],
  supervision: ['监管', 'Supervision'],
  performance: ['绩效', 'Performance'],
  plans: ['计划', 'Plans'],
  documents: ['文件', 'Documents'],
  registers: ['台账', 'Registers'],
  decision: ['决策', 'Decisions'],
  imports: ['数据', 'Data'],
  interface: ['接口', 'Interface'],
  complaints: ['举报投诉', 'Complaints'],
  clues: ['线索', 'Clues'],
  system: ['系统', 'System'],
  practitioners: ['支付资格', 'Practitioners'],
  accounts: ['账号', 'Accounts'],
  audit: ['审计', 'Audit'],
} as const satisfies Record<string, Text>;
