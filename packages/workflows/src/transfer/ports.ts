import type { ProgressLimits, TransferEvent } from '@hengjian/domain';

/** Histories of transfers; appended only. */
export interface TransferStore {
  /** Of all transfers, in order, by id. */
  histories(): Promise<Map<string, TransferEvent[]>>;
  history(transferId: string): Promise<TransferEvent[]>;
  /** False where another event with its serial was appended meanwhile. Journalled in the same transaction. */
  append(transferId: string, event: TransferEvent): Promise<boolean>;
  limits(): Promise<ProgressLimits>;
}
