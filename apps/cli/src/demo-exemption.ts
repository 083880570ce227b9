// One special case of the demonstration: a finding that was argued before the year's review, said and not pursued, until its day.
import { dayOfDate, type Outcome } from '@hengjian/domain';
import { rulePortsOf } from '@hengjian/server';
import { exemptionBookOf, type Home } from '@hengjian/store';
import { addExemption, type ExemptionRow, type TruthRow } from '@hengjian/workflows';

const RULE = 'idle-stay';

/** undefined where the city planted no such stay. */
export async function exemptDemo(
  home: Home,
  truth: readonly TruthRow[],
  year: number,
  at: number,
): Promise<Outcome<ExemptionRow> | undefined> {
  const encounter = truth.find(({ rule_id, mdtrt_id }) => rule_id === RULE && mdtrt_id !== '')?.mdtrt_id.split(';')[0];
  if (!encounter) return undefined;
  return addExemption(
    { exemptions: exemptionBookOf(home.db), book: rulePortsOf(home).book },
    {
      kind: 'specialCase',
      title: '经批准请假外出检查',
      ruleIds: [RULE],
      acts: 'finding',
      codes: [encounter],
      from: dayOfDate(year, 1, 1),
      to: dayOfDate(year + 1, 12, 31),
    },
    { by: '演示', why: '病历记有请假审批，外出期间在上级医院检查；专家组特例单议，有效至次年年底', at },
  );
}
