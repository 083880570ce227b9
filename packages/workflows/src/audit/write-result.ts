/** Reminders as the `result` node of 3101 and 3102. */
import type { NodeValue } from '@hengjian/catalog/interfaces/read-node.ts';
import type { Reminder } from './audit-person.ts';

/** `sev_deg`: 1 明确违规, 2 高度可疑. `vola_bhvr_type`: 1 就诊类, 2 项目类. `vola_item_type`: 1 违规项, 2 涉及项. */
export function resultOf(reminder: Reminder, jrId: string, taskId: string | null): NodeValue {
  const { finding } = reminder;
  const own = finding.records.find((record) => record.role === 'inQuestion');
  const yuan = (fen: number) => fen / 100;
  return {
    fields: {
      jr_id: jrId,
      rule_id: reminder.ruleCode,
      rule_name: reminder.title,
      vola_cont: finding.explanation.zh,
      patn_id: own?.personNo ?? null,
      mdtrt_id: own?.encounterNo ?? null,
      vola_amt: yuan(finding.amountFen),
      vola_amt_stas: '1',
      sev_deg: reminder.certainty === 'clear' ? '1' : '2',
      vola_evid: reminder.basis,
      vola_bhvr_type: finding.records.some(({ lineNo }) => lineNo !== null) ? '2' : '1',
      task_id: taskId,
    },
    nodes: {
      judge_result_detail_dtos: finding.records.map((record, i) => ({
        fields: {
          jrd_id: `${jrId}-${i + 1}`,
          patn_id: record.personNo,
          mdtrt_id: record.encounterNo,
          rx_id: record.lineNo,
          vola_item_type: record.role === 'inQuestion' ? '1' : '2',
          vola_amt: yuan(record.amountFen),
        },
        nodes: {},
      })),
    },
  };
}
