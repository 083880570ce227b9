import { type Check, type Hit, hit } from '../check-type.ts';
import { withoutTags } from '../lib/amounts.ts';
import { scoredPhases, targetPhases } from '../lib/phase.ts';
import type { ProjectView } from '../lib/view.ts';
import { tierOfLevel1 } from '../lib/words.ts';

// 101号: cost indicators are asked of projects that build, repair or buy.
const BUYS =
  /(?<!带量|集中|招标)采购(?!管理|政策|平台|任务|合同|量|落实)|购置|购买|装备|设备|第三方.*服务|服务外包|工程|修缮|维修|改造|信息化建设|系统建设|网络安全建设|平台建设|运维/;

function find(form: ProjectView, goals: string): Hit[] {
  if (form.rows.length < 2) return [];
  const tiers = new Set(form.rows.map((row) => row.tier));
  // Trees of other documents (决策, 过程 …) and rows without levels are not judged.
  if (!tiers.has('产出') || [...tiers].some((tier) => tier === null)) return [];
  const { name } = form.project;
  const line = form.from;
  const lines = [line, ...form.head.filter((cell) => /名称/.test(cell.label)).map((cell) => cell.line)];
  const hits: Hit[] = [];
  if (!tiers.has('效益')) hits.push(hit('MISSING_LEVEL', lines, { name, missing: '效益' }));
  if (!tiers.has('满意度')) hits.push(hit('MISSING_LEVEL', lines, { name, missing: '满意度' }, 'info'));
  const costs = tiers.has('成本') || form.rows.some((row) => tierOfLevel1(row.indicator.level1) === '成本');
  if (!costs && form.project.kind !== 'overall' && (BUYS.test(name) || BUYS.test(goals.replace(/信息化建设|系统运维/g, ''))))
    hits.push(hit('MISSING_LEVEL.cost', lines, { name, missing: '成本' }, 'info'));
  return hits;
}

const check: Check = {
  code: 'MISSING_LEVEL',
  severity: 'warning',
  title: { zh: '产出、效益、满意度指标齐全', en: 'Outputs, effects and satisfaction are all there' },
  basis: { document: '财预〔2021〕101号', article: '产出、效益指标为必设指标；工程基建、购置类项目设成本指标；有服务对象的设满意度指标' },
  // A monitoring form may watch only some of the indicators.
  phases: [...targetPhases, ...scoredPhases],
  explainedBy: /(不|未|无)(涉及|设置|适用|含).{0,12}(效益|满意度|成本)|(效益|满意度|成本).{0,12}(不|未|无)(涉及|设置|适用|含)/,
  find: (view) => view.projects.flatMap((form) => find(form, withoutTags(form.project.goals.join(' ')))),
};
export default check;
