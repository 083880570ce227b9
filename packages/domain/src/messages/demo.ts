/** Sentences of `demo`. */
import { sentence } from '../messages.ts';

export const demoMessages = {
  'demo.city': sentence(
    () => '合成城市与一年的结算数据',
    () => 'a synthetic city and a year of its claims',
  ),
  'demo.import': sentence(
    () => '导入结算数据',
    () => 'importing the claims',
  ),
  'demo.review': sentence(
    () => '按全部规则审核',
    () => 'reviewing by all rules',
  ),
  'demo.alert': sentence(
    () => '预警',
    () => 'alerts',
  ),
  'demo.plan': sentence(
    () => '采用绩效目标、填写台账、测算、评分、写出自评报告',
    () => 'adopting the plan, filling registers, measuring, scoring, writing the report',
  ),
  'demo.enforcement': sentence(
    () => '双随机抽查、现场检查、立案办案、归档',
    () => 'drawing inspections, a visit, a case to its bound file',
  ),
  'demo.visitors': sentence(
    () => '演示账号（右上角“经办人”里点“用账号登录”；不登录就是局内经办人）：身份、姓名、账号、密码',
    () => 'Demonstration accounts (“Log in” under the operator’s name; without, you are the bureau): who, name, account, password',
  ),
  'demo.cost': sentence<{ seconds: number; mib: number }>(
    (f) => `用时 ${f.seconds.toFixed(1)} 秒，内存峰值 ${f.mib.toFixed(0)} MiB（本程序与数据库合计）`,
    (f) => `${f.seconds.toFixed(1)} seconds, peak memory ${f.mib.toFixed(0)} MiB (this program and its database)`,
  ),
  'demo.occupied': sentence<{ home: string }>(
    (f) => `数据目录 ${f.home} 中已有结算数据，演示不会与之混在一起。请用 hengjian serve 打开它，或用 --home 另选一个目录`,
    (f) => `${f.home} already holds claims, and the demonstration does not mix with them: use hengjian serve, or another --home`,
  ),
  'demo.busy': sentence<{ purpose: string; processId: number }>(
    (f) => `数据目录正被占用：${f.purpose}（进程 ${f.processId}）`,
    (f) => `the home is in use by ${f.purpose} (process ${f.processId})`,
  ),
};
