/** Sentences of `claims arrivals`. */
import { sentence } from '../messages.ts';

export const arrivalMessages = {
  nothing: sentence(
    () => '还没有导入结算数据',
    () => 'no claims have been imported',
  ),
  ties: sentence<{ all: number; tied: number; differs: number; notStated: number; notArrived: number }>(
    (f) => `机构月 ${f.all} 个：一致 ${f.tied}，不一致 ${f.differs}，无对账单 ${f.notStated}，数据未到 ${f.notArrived}`,
    (f) =>
      `${f.all} institution-months: ${f.tied} tie, ${f.differs} differ, ${f.notStated} without a statement, ${f.notArrived} not arrived`,
  ),
  differs: sentence<{ month: string; providerNo: string; settlements: number; total: string; fund: string }>(
    (f) => `不一致 ${f.month} ${f.providerNo}：笔数差 ${f.settlements}，总额差 ${f.total} 元，基金差 ${f.fund} 元`,
    (f) => `differs ${f.month} ${f.providerNo}: settlements ${f.settlements}, total ${f.total} yuan, fund ${f.fund} yuan`,
  ),
  notArrived: sentence<{ month: string; providerNo: string; settlements: number }>(
    (f) => `数据未到 ${f.month} ${f.providerNo}：对账单有 ${f.settlements} 笔`,
    (f) => `not arrived ${f.month} ${f.providerNo}: ${f.settlements} stated`,
  ),
  silent: sentence<{ from: string; to: string; providerNo: string; usual: number }>(
    (f) => `停传 ${f.from} 至 ${f.to} ${f.providerNo}：平常约 ${f.usual} 笔`,
    (f) => `silent ${f.from} to ${f.to} ${f.providerNo}: usually about ${f.usual}`,
  ),
  strange: sentence<{ kind: 'low' | 'high'; from: string; providerNo: string; count: number; usual: number }>(
    (f) => `${f.kind === 'low' ? '骤减' : '骤增'} ${f.from} ${f.providerNo}：${f.count} 笔，平常约 ${f.usual} 笔`,
    (f) => `${f.kind} ${f.from} ${f.providerNo}: ${f.count}, usually about ${f.usual}`,
  ),
};
