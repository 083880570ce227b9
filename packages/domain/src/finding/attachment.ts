/** Evidence that institutions and officers attach: told by its bytes, not by its name, and kept whole or not at all. */
import type { Outcome } from '../issue.ts';

const attachmentKinds = {
  pdf: { extensions: ['pdf'], mime: 'application/pdf' },
  png: { extensions: ['png'], mime: 'image/png' },
  jpeg: { extensions: ['jpg', 'jpeg'], mime: 'image/jpeg' },
  office: { extensions: ['docx', 'xlsx'], mime: 'application/octet-stream' },
} as const;
export type AttachmentKind = keyof typeof attachmentKinds;

export interface CheckedAttachment {
  readonly name: string;
  readonly kind: AttachmentKind;
}

const starts = (bytes: Uint8Array, ...sign: number[]) => sign.every((byte, i) => bytes[i] === byte);

function kindOf(bytes: Uint8Array): AttachmentKind | undefined {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'office';
  return undefined;
}

const ends: Record<AttachmentKind, { sign: readonly number[]; within: number }> = {
  pdf: { sign: [0x25, 0x25, 0x45, 0x4f, 0x46], within: 1024 }, // %%EOF
  png: { sign: [0x49, 0x45, 0x4e, 0x44], within: 16 }, // IEND
  jpeg: { sign: [0xff, 0xd9], within: 1024 },
  office: { sign: [0x50, 0x4b, 0x05, 0x06], within: 65_557 }, // end of the central directory
};

/** The file has its own end; an upload that was cut off has not. */
function isWhole(bytes: Uint8Array, kind: AttachmentKind): boolean {
  const { sign, within } = ends[kind];
  for (let at = bytes.length - sign.length; at >= Math.max(0, bytes.length - within); at--)
    if (sign.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

/** The last part of a path, without what a screen or a file system would take for something else. */
export const cleanFileName = (name: string): string => {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  // control characters, and marks that turn the direction of a text around, so that exe.pdf shows as fdp.exe
  return [...last.replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_').trim()].slice(-120).join('');
};

/** Kind, end and size of a file, or why it is not taken. */
export function checkAttachment(given: string, bytes: Uint8Array, mostMegabytes: number): Outcome<CheckedAttachment> {
  const name = cleanFileName(given);
  const refusal = (code: string, facts: Record<string, unknown> = {}): Outcome<CheckedAttachment> => ({
    ok: false,
    issues: [{ code: `finding.${code}`, severity: 'error', file: name, facts }],
  });
  if (bytes.length === 0) return refusal('attachmentEmpty');
  if (bytes.length > mostMegabytes * 1_000_000) return refusal('attachmentTooBig', { most: mostMegabytes });
  const kind = kindOf(bytes);
  const extension = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (!kind || !(attachmentKinds[kind].extensions as readonly string[]).includes(extension))
    return refusal('attachmentKind', { extension });
  if (!isWhole(bytes, kind)) return refusal('attachmentCutOff');
  return { ok: true, value: { name, kind }, issues: [] };
}
