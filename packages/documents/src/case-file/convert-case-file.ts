import type { PDFDocument } from '@cantoo/pdf-lib';
import { convertByLibreOffice, NAMED_PLACES } from '../container/libre-office.ts';
import { type Bound, bindScans, openScan } from './bind-scans.ts';
import { type CaseFileContent, writeCaseFile } from './write-case-file.ts';

export type CaseFileMade = Bound | { ok: false; reason: 'not-installed' | 'failed' };

/**
 * The whole file as one PDF: page numbers and catalogue are laid out by LibreOffice, which must be installed for it; scans in PDF are
 * then laid onto the pages kept for them. A scan that cannot be bound refuses the whole, with its name.
 */
export async function caseFilePdf(content: CaseFileContent): Promise<CaseFileMade> {
  const opened: { file: string; document: PDFDocument }[] = [];
  const pages = new Map<Uint8Array, { first: number; count: number }>();
  for (const { file, kind, bytes } of content.parts.flatMap((part) => part.scans)) {
    if (kind !== 'pdf') continue;
    const one = await openScan(bytes);
    if (!one.ok) return { ok: false, reason: one.fault, file };
    pages.set(bytes, { first: opened.length, count: one.pages });
    opened.push({ file, document: one.document });
  }
  const made = await convertByLibreOffice(await writeCaseFile(content, pages), 'docx', 'pdf', NAMED_PLACES);
  if (!made.ok || opened.length === 0) return made;
  return bindScans(made.bytes, opened);
}
