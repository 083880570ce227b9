import type { Text } from './text.ts';

/** What lists and files of clues, inspections and cases have in common. */
export const matters = {
  no: ['编号', 'No.'],
  state: ['状态', 'State'],
  due: ['期限', 'Due'],
  opened: ['日期', 'Date'],
  overdue: ['超期', 'overdue'],
  onlyOverdue: ['只看超期', 'Overdue only'],
  next: ['下一步', 'Next step'],
  step: ['步骤', 'Step'],
  why: ['理由或意见', 'Why'],
  history: ['经过', 'History'],
  entered: ['登记', 'entered'],
  attach: ['收入扫描件', 'scan taken in'],
  detach: ['撤回扫描件', 'scan taken back'],
  nothingToDo: ['现在没有您能办理的步骤', 'There is no step for you now'],
  provider: ['机构', 'Institution'],
  amount: ['金额（元）', 'Amount (yuan)'],
  yes: ['是', 'yes'],
  no2: ['否', 'no'],
  listHelp: ['多个用顿号、逗号或换行分开', 'several: parted by commas or lines'],
} as const satisfies Record<string, Text>;
