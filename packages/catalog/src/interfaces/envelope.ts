import { formatInstant, type Instant } from '@hengjian/domain';
import { cut } from './write-node.ts';

/** Head of a request; texts as sent, `""` where the client leaves a key out. `input` is not read yet. */
export interface Request {
  readonly infno: string;
  readonly msgid: string;
  /** Division of the place of treatment, and of the insured person. */
  readonly treatmentArea: string;
  readonly insuredArea: string;
  readonly providerNo: string;
  readonly providerName: string;
  readonly operator: string;
  readonly operatorName: string;
  readonly signature: string;
  readonly signatureKind: string;
  readonly signInNo: string;
  /** `SM4` where `input` is enciphered. */
  readonly cipher: string;
  /** `inf_time` as it was sent. */
  readonly sentAt: string;
  readonly input: unknown;
}

const text = (bag: Record<string, unknown>, ...names: string[]): string => {
  for (const name of names) {
    const value = Object.hasOwn(bag, name) ? bag[name] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.replaceAll('\0', '').trim();
    if (typeof value === 'number') return String(value);
  }
  return '';
};

/** The envelope of a body that was parsed as JSON; undefined where it is no object or has no `infno`. Lengths are not judged. */
export function readEnvelope(body: unknown): Request | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const bag = body as Record<string, unknown>;
  const infno = text(bag, 'infno');
  if (infno === '') return undefined;
  return {
    infno,
    msgid: text(bag, 'msgid'),
    treatmentArea: text(bag, 'mdtrtarea_admvs'),
    insuredArea: text(bag, 'insuplc_admdvs', 'insur_code'),
    // some provincial front ends name it otherwise
    providerNo: text(bag, 'fixmedins_code', 'medins_code'),
    providerName: text(bag, 'fixmedins_name'),
    operator: text(bag, 'opter'),
    operatorName: text(bag, 'opter_name'),
    signature: text(bag, 'cainfo'),
    signatureKind: text(bag, 'signtype'),
    signInNo: text(bag, 'sign_no'),
    cipher: text(bag, 'enc_type', 'enctype', 'encType'),
    sentAt: text(bag, 'inf_time'),
    input: Object.hasOwn(bag, 'input') ? bag.input : undefined,
  };
}

export interface AnswerHead {
  /** Our six-digit division. */
  readonly area: string;
  /** Running number of our answers. */
  readonly serial: number;
  readonly receivedAt: Instant;
  readonly respondedAt: Instant;
  /** Thousandths of the second of both, for the 17 digits of the specification. */
  readonly receivedMs: number;
  readonly respondedMs: number;
}

const ERR_LENGTH = 200;
const digits = (at: Instant): string => formatInstant(at).replace(/\D/g, '');
const stamp = (at: Instant, ms: number): string => `${digits(at)}${String(ms).padStart(3, '0')}`;

/** `infcode` is a number, `err_msg` empty on success: clients take anything else for a failure (reference §1.2). */
export function writeAnswer(head: AnswerHead, result: { output: unknown } | { error: string }): Record<string, unknown> {
  const failed = 'error' in result;
  return {
    infcode: failed ? -1 : 0,
    inf_refmsgid: `${head.area.padStart(6, '0').slice(0, 6)}${digits(head.receivedAt)}${String(head.serial % 10 ** 10).padStart(10, '0')}`,
    refmsg_time: stamp(head.receivedAt, head.receivedMs),
    respond_time: stamp(head.respondedAt, head.respondedMs),
    err_msg: failed ? cut(result.error, ERR_LENGTH) : '',
    output: failed ? null : result.output,
  };
}
