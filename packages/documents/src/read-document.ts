// The door of this room for reading: bytes of any document to the forms in it.
import type { DocumentSource, Outcome, ReadDocument } from '@hengjian/domain';
import { decodeText } from './encoding.ts';
import type { DocumentGrid } from './grid/grid.ts';
import { textGrid } from './grid/text.ts';
import { issueOf, readGrid } from './reading/document.ts';
import { sourceOf } from './reading/source.ts';

export interface DocumentReading {
  document: ReadDocument;
  source: DocumentSource;
  grid: DocumentGrid;
}

/**
 * Reads the performance forms of a document: text (UTF-8, GB18030), docx, html, xlsx or pdf, told apart by content.
 * Refuses what is no document or holds no form, with an issue that names the file.
 */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<Outcome<DocumentReading>> {
  const grid = await gridOf(bytes, fileName);
  if (!grid.ok) return grid;
  const document = readGrid(grid.value, fileName);
  if (!document.ok) return document;
  return { ok: true, value: { document: document.value, source: sourceOf(grid.value), grid: grid.value }, issues: document.issues };
}

/** The grid of a document, whatever it is written in. */
export async function gridOf(bytes: Uint8Array, fileName: string): Promise<Outcome<DocumentGrid>> {
  const refuse = (code: string): Outcome<DocumentGrid> => ({ ok: false, issues: [issueOf(code, fileName)] });
  if (bytes.length === 0) return refuse('reading.empty');
  const text = decodeText(bytes);
  if (text === null) return refuse('reading.undecodable');
  if (text.trim() === '') return refuse('reading.empty');
  return { ok: true, value: textGrid(text), issues: [] };
}
