import { type Check, hit } from '../check-type.ts';
import { targetPhases } from '../lib/phase.ts';
import { hasDeadline } from '../lib/words.ts';

const TIMED = /(完成|办结|拨付|支付|到位|报送|上线|验收|建成|启动|投用|开展|实施|发放)(时间|时限|期限|日期|时点)$|截止(时间|日期)$/;
// Vague words (及时) are told by NOT_MEASURABLE; these promise a day that stands nowhere.
const PROMISED = /^(按时|按期|如期|准时|按计划|按进度|规定时间|计划时间|规定期限)/;

const check: Check = {
  code: 'MISSING_DATE',
  severity: 'warning',
  title: { zh: '完成时间写明日期', en: 'A time of completion has its date' },
  basis: { document: '财预〔2015〕88号', article: '绩效目标应当细化量化；时效指标反映提供产品和服务的及时程度' },
  phases: targetPhases,
  explainedBy: /\d+\s*(月|日|天|个?工作日)[底初中上下旬份]*(之?前|以?内|完成)|季度末|年底|年末/,
  find: (view) =>
    view.rows.flatMap((row) => {
      const { value } = row.indicator;
      if (typeof value !== 'string' || !TIMED.test(row.name) || !PROMISED.test(value) || hasDeadline(value) || /\d/.test(value)) return [];
      return [hit('MISSING_DATE', row.lines, { name: row.name, found: value })];
    }),
};
export default check;
