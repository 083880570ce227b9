/** The register of complaints follows: one entry a complaint, corrected as it goes, so that measures read what lists show. */
import { complaintWords, type Instant, type RegisterEntry } from '@hengjian/domain';
import type { KeptComplaint } from './ports.ts';

const COMPLAINT_REGISTER = 'complaints';

/** The entry that says how the complaint stands now; it corrects the one before. A merged complaint is withdrawn: its case counts once. */
export function complaintEntry(one: KeptComplaint, by: string, at: Instant): RegisterEntry {
  const before = one.registerEntry;
  const nth = before === null ? 1 : Number(before.slice(before.lastIndexOf('-') + 1)) + 1;
  return {
    entryId: `${COMPLAINT_REGISTER}-${one.complaintId}-${nth}`,
    registerId: COMPLAINT_REGISTER,
    occurredOn: one.receivedOn,
    recordedAt: at,
    recordedBy: by,
    source: `举报投诉 ${one.complaintId}`,
    values: {
      receivedOn: one.receivedOn,
      kind: one.kind,
      subject: complaintWords.matters[one.matter].zh,
      dueOn: one.dueDay,
      closedOn: one.closedOn,
      workingDayCount: one.workingDayCount,
      satisfied: one.satisfied,
      rewardFen: one.rewardFen,
      note: one.complaintId,
    },
    corrects: before,
    withdrawn: one.state === 'merged',
  };
}
