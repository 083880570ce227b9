import type { Text } from './text.ts';

export const workingDays = {
  title: ['工作日', 'Working days'],
  about: [
    '各种期限按工作日计算：国务院办公厅公布的节假日和调休已在内，当地另有安排的在这里更正。',
    'Terms are counted in working days: the national holidays and days worked in exchange are known; local arrangements are corrected here.',
  ],
  effect: [
    '改为休息的，跨过这一天、到期日还没有过的期限（疑点反馈、举报投诉办理、记分异议、信用公示等）顺延一个工作日；因此过早视同认可的疑点恢复期限、补足天数，已确认扣款的不自动恢复；改为上班的，已经起算的期限不缩短。以后起算的期限、剩余工作日、到达考核和支出预测都按更正后的日历计算。',
    'A day that turns out free lets every running limit that crosses it end a working day later, and findings that silence had decided too early are open again with the days that were lost, unless the deduction is confirmed; one that turns out worked shortens none that has begun. Limits that begin later, working days left, arrival of data and forecasts follow the corrected calendar.',
  ],
  extended: ['已更正，{n} 项期限顺延', 'Corrected; {n} limits end later'],
  reopened: ['{n} 条过早视同认可的疑点已恢复期限', '{n} findings that silence had decided too early are open again'],
  kept: [
    '{n} 条疑点过早视同认可，但扣款已经确认，未自动恢复：请人工处理（核销或退还）',
    '{n} findings were decided by silence too early, but their deduction is confirmed: decide what to give back',
  ],
  unknown: [
    '{year} 年的放假安排还没有公布：现在起算、算到这一年的期限暂时没有到期日。收到通知后请先把安排逐日录入，再宣布录全：宣布时这些期限立即补算出到期日。',
    'The holidays of {year} are not published: terms that begin now and reach into it have no last day yet. Enter the arrangement day by day first, then declare the year complete: those terms get their last day at that moment.',
  ],
  previous: ['上一年', 'Previous year'],
  next: ['下一年', 'Next year'],
  total: ['全年工作日 {worked} 天，休息日 {free} 天，更正 {corrected} 天', '{worked} worked, {free} free, {corrected} corrected'],
  worked: ['工作日', 'worked'],
  free: ['周末', 'weekend'],
  holiday: ['节假日', 'holiday'],
  exchanged: ['调休上班', 'worked in exchange'],
  corrected: ['本局更正', 'corrected here'],
  nobodyKnows: ['未公布', 'not published'],
  month: ['{n} 月', 'Month {n}'],
  weekdays: ['一二三四五六日', 'MTWTFSS'],
  correct: ['更正一天', 'Correct a day'],
  day: ['日期', 'Day'],
  as: ['改为', 'Is'],
  toWorked: ['上班', 'worked'],
  toFree: ['休息', 'free'],
  set: ['更正', 'Correct'],
  declare: ['宣布 {year} 年安排已录全', 'Declare {year} complete'],
  declared: ['{year} 年安排已录全', '{year} declared complete'],
  history: ['更正记录', 'Corrections'],
  none: ['这一年没有更正', 'No corrections in this year'],
} as const satisfies Record<string, Text>;
