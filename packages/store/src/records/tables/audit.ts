import type { Generated } from 'kysely';

/** The national interface: calls, reminders, what became of them. Instants are seconds of the wall clock. */
export interface AuditTables {
  interfaceCall: {
    /** PostgreSQL sends bigint as text. */
    serial: Generated<string>;
    infno: string;
    msgid: string;
    providerNo: string;
    receivedAt: number;
    milliseconds: number | null;
    outcome: 'answered' | 'refused' | 'failed' | null;
    reminders: number | null;
    /** Rules that the deadline left to the review afterwards. */
    undecided: Generated<number | null>;
    triggerScene: Generated<string | null>;
    medicalKind: Generated<string | null>;
    feeFen: Generated<string | null>;
    /** The sentence of a refusal. */
    refusal: Generated<string | null>;
    /** Where the call stands in the calls' journal; null for calls of the feed, whose message stands in the feed's. */
    segment: Generated<string | null>;
    place: Generated<string | null>;
    size: Generated<string | null>;
  };
  /** How often an exemption kept something from being said in a call: its id among a rule's exemptions. */
  callExemption: { call: string; exemptionId: string; times: number };
  /** How far it was followed; `prunedAt` once its messages were deleted, accounts stay. */
  callSegment: { segment: string; place: string; prunedAt: Generated<number | null> };
  callRecheck: { call: string; recheckedAt: number; found: number; amountFen: string; findings: unknown };
  auditReminder: {
    reminderId: string;
    call: string;
    triggerScene: string | null;
    findingId: string;
    ruleId: string;
    edition: number;
    pointId: string | null;
    lineage: string | null;
    personNo: string | null;
    encounterNo: string | null;
    lineNos: string[];
    severity: string;
    amountFen: number;
    sentence: string;
  };
  auditFeedback: { serial: Generated<string>; reminderId: string; call: string; disposition: string; reason: string | null };
  /** Trouble of the system itself, and its end. */
  /** provider_no: '' where no key said whose message it was; address: '' for all beyond those counted each. */
  turnedAway: { hour: number; address: string; providerNo: string; reason: string; count: number; lastAt: number };
  systemAlarm: {
    serial: Generated<string>;
    /** What is in trouble: `history`, `records`, `store`, `knowledge`, `overload`. */
    kind: string;
    raisedAt: number;
    endedAt: number | null;
    /** In words, without any content of a message. */
    detail: string;
  };
  signIn: { signInNo: string; providerNo: string; operator: string; signedInAt: number; signedOutAt: number | null };
  interfaceKey: {
    keyId: string;
    scheme: 'x-tif' | '_api_' | 'SM2' | 'SM4';
    providerNo: string;
    /** Of SM2 the public key. */
    secret: string;
    userId: string | null;
    addedBy: string;
    addedAt: number;
    endedBy: string | null;
    endedAt: number | null;
  };
  /** `range` in CIDR. */
  interfaceTrust: { range: string; why: string; addedBy: string; addedAt: number; endedBy: string | null; endedAt: number | null };
  /** SM3 of every SM2 signature that was taken. */
  interfaceSignature: { digest: Buffer; usedAt: number };
  interfaceSwitch: { providerNo: string; singleResult: boolean; mostReminders: number | null; setBy: string; setAt: number };
}
