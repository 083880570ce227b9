import type { Plant } from '@hengjian/catalog/plant.ts';
import { type Line, prescriptionNo, type Settlement, type Visit } from './visit.ts';

/** One row of truth before its numbers are known. */
export interface Truth {
  ruleId: string;
  ruleCode: string;
  grain: Plant['grain'];
  lines: Line[];
  visits: Visit[];
  settlements: Settlement[];
  /** What stands out where no record is in question. */
  subject?: string;
}

/** Rows of truth.csv; only after everything is written do all numbers stand. */
export function truthRows(truths: Truth[]): string[] {
  const list = (texts: Iterable<string>) => [...new Set(texts)].sort().join(';');
  return truths
    .map((truth) => {
      if (truth.subject !== undefined) return [truth.ruleId, truth.ruleCode, truth.grain, truth.subject, '', '', '', ''].join(',');
      const settlements =
        truth.settlements.length > 0
          ? truth.settlements
          : truth.lines.length > 0
            ? truth.lines.map((l) => l.settlement)
            : truth.visits.flatMap((v) => v.live());
      const first = truth.visits[0] as Visit;
      const line = truth.lines[0];
      const subject = {
        line: line ? `${first.id}:${line.no}` : first.id,
        prescription: line ? `${first.id}:${prescriptionNo(line)}` : first.id,
        encounter: first.id,
        settlement: settlements[0]?.id ?? '',
        person: first.person.number,
        provider: first.provider.code,
        department: `${first.provider.code}:${first.department}`,
        practitioner: (line?.doctor ?? first.doctor).code,
      }[truth.grain];
      return [
        truth.ruleId,
        truth.ruleCode,
        truth.grain,
        subject,
        list(truth.visits.map((v) => v.person.number)),
        list(truth.visits.map((v) => v.id)),
        list(settlements.map((s) => s.id).filter(Boolean)),
        list(truth.lines.map((l) => `${l.visit.id}:${l.no}`)),
      ].join(',');
    })
    .sort();
}
