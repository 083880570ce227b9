/** A complaint comes in: from the public page, or entered by staff. Who reported is sealed before anything is written. */
import { createHash, randomInt } from 'node:crypto';
import {
  type Complaint,
  type ComplaintChannel,
  type ComplaintKind,
  type ComplaintMatter,
  type ComplaintObject,
  calendarDate,
  type Day,
  dayOf,
  type Instant,
  type Issue,
  type Outcome,
} from '@hengjian/domain';
import type { ComplaintPorts, KeptComplaint, Picture, Reporter } from './ports.ts';
import { complaintEntry } from './register-entry.ts';

export interface ComplaintWish {
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly object: ComplaintObject;
  readonly objectName: string;
  readonly providerNo: string | null;
  readonly matter: ComplaintMatter;
  readonly facts: string;
  readonly insider: boolean;
  readonly reporter: Reporter | null;
  /** As they were sent; what they are is told from their bytes. */
  readonly pictures: readonly Uint8Array[];
  readonly receivedOn: Day;
  readonly by: string;
  readonly at: Instant;
}

/** Signs that people read aloud without mistakes: 60 bits in twelve. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 12;

const newCode = (): string => Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
/** The code as typed: spaces, dashes and small letters do not matter. */
export const complaintCodeHash = (code: string): string =>
  createHash('sha256').update(code.replaceAll(/[\s-]/g, '').toUpperCase()).digest('hex');

const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code: `complaint.${code}`, severity: 'error', facts });

/** The number of the complaint, and the code its reporter follows it by (told once, kept as a hash). */
export async function receiveComplaint(
  { book, sealer, rules }: ComplaintPorts,
  wish: ComplaintWish,
): Promise<Outcome<{ complaintId: string; code: string }>> {
  const pictures = wish.pictures.map((bytes) => pictureOf(bytes, rules.pictureBytes));
  const issues = [...wishIssues(wish), ...pictureIssues(pictures, rules.pictures)];
  if (issues.length > 0) return { ok: false, issues };
  const complaintId = await book.nextId(calendarDate(dayOf(wish.at)).year);
  const code = newCode();
  const complaint = newComplaint(wish, complaintId, rules.due('complaint.acceptDays', wish.receivedOn));
  const entry = complaintEntry(complaint, wish.by, wish.at);
  await book.receive(
    {
      complaint: { ...complaint, registerEntry: entry.entryId },
      codeHash: complaintCodeHash(code),
      recordedBy: wish.by,
      reporter: wish.reporter && Buffer.from(sealer.seal(Buffer.from(JSON.stringify(wish.reporter)), complaintId)).toString('base64'),
      pictures: pictures.flatMap((one) => (one ? { kind: one.kind, sealed: sealer.seal(one.bytes, complaintId) } : [])),
    },
    entry,
    {
      noun: 'complaint',
      subjectId: complaintId,
      action: 'receive',
      before: null,
      after: 'received',
      by: wish.by,
      why: null,
      at: wish.at,
      detail: { channel: wish.channel, named: complaint.named },
      rows: ['complaint/2', ...(pictures.length > 0 ? ['complaint_pictures_of'] : [])].map((table) => ({ table, key: complaintId })),
    },
  );
  return { ok: true, value: { complaintId, code }, issues: [] };
}

function wishIssues({ objectName, facts, reporter }: ComplaintWish): Issue[] {
  const issues: Issue[] = [];
  if (objectName.trim() === '') issues.push(issue('missing', { what: '被举报的机构或个人' }));
  if (facts.trim() === '') issues.push(issue('missing', { what: '事情经过' }));
  if (reporter && (reporter.name.trim() === '' || reporter.telephone.trim() === '')) issues.push(issue('contact'));
  return issues;
}

function pictureIssues(pictures: readonly (Picture | null)[], limit: number): Issue[] {
  if (pictures.length > limit) return [issue('too-many-pictures', { limit })];
  return pictures.flatMap((one, i) => (one ? [] : issue('picture', { no: i + 1 })));
}

/** Told from its first bytes, whatever it was called. */
function pictureOf(bytes: Uint8Array, most: number): Picture | null {
  if (bytes.length > most) return null;
  const begins = (...signs: number[]) => signs.every((sign, i) => bytes[i] === sign);
  if (begins(0xff, 0xd8, 0xff)) return { kind: 'image/jpeg', bytes };
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { kind: 'image/png', bytes };
  return null;
}

function newComplaint(wish: ComplaintWish, complaintId: string, dueDay: Day | null): KeptComplaint {
  const { kind, channel, object, providerNo, matter, insider, receivedOn } = wish;
  const standing: Pick<Complaint, 'state' | 'dueDay' | 'assignedTo' | 'handledBy' | 'extended' | 'mergedInto' | 'findingIds'> = {
    state: 'received',
    dueDay,
    assignedTo: null,
    handledBy: null,
    extended: false,
    mergedInto: null,
    findingIds: [],
  };
  return {
    complaintId,
    kind,
    channel,
    object,
    objectName: wish.objectName.trim(),
    providerNo,
    matter,
    facts: wish.facts.trim(),
    named: wish.reporter !== null,
    insider,
    receivedOn,
    recordedAt: wish.at,
    registerEntry: null,
    ...standing,
    result: null,
    valueFen: null,
    reply: null,
    closedOn: null,
    workingDayCount: null,
    satisfied: null,
    rewardFen: null,
    pictureCount: wish.pictures.length,
  };
}
