// What one rule needs from one bucket, and the days that are asked about.
import type { Row } from '@hengjian/language';
import type { PeerReading } from '@hengjian/workflows';

/** What one rule needs from one bucket. */
export interface RuleReading {
  partitions: number;
  /** Judged records beside the number of their knowledge row. */
  members: { record: Row; point: number }[];
  rights: Row[];
  peers?: readonly PeerReading[];
  /** Records or links that exemptions kept out, by exemption. */
  exempted: { [exemption: string]: number };
  seconds: number;
}

export interface Period {
  from: number;
  to: number;
}
