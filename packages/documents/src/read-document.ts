// The door of this room for reading: bytes of any document to the forms in it.
import {
  type DocumentSource,
  type Issue,
  type Language,
  type Outcome,
  type ReadDocument,
  type ReadingHabit,
  readingMessages,
  sayIssue,
} from '@hengjian/domain';
import { inspectZip, oleMacros } from './container/inspect.ts';
import { convertByLibreOffice } from './container/libre-office.ts';
import { decodeText } from './encoding.ts';
import { docxGrid } from './grid/docx.ts';
import type { DocumentGrid } from './grid/grid.ts';
import { htmlGrid, looksLikeHtml } from './grid/html.ts';
import { pdfGrid } from './grid/pdf.ts';
import { textGrid, wordGrid } from './grid/text.ts';
import { workbookGrid } from './grid/xlsx.ts';
import { issueOf, readGrid } from './reading/document.ts';
import { layoutsWith } from './reading/habits.ts';
import { findHeaders, LAYOUTS, type Layouts } from './reading/headers.ts';
import { mendWords } from './reading/mend-words.ts';
import { sourceOf } from './reading/source.ts';

export interface DocumentReading {
  document: ReadDocument;
  source: DocumentSource;
  grid: DocumentGrid;
}

/**
 * Reads the performance forms of a document: text (UTF-8, GB18030), docx, html, xlsx or pdf, told apart by content.
 * `habits` are what people taught about the layouts. Refuses what is no document or holds no form, with an issue that names the file.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  language: Language = 'zh',
  habits: readonly ReadingHabit[] = [],
): Promise<Outcome<DocumentReading>> {
  const layouts = layoutsWith(habits);
  const grid = await gridOf(bytes, fileName, layouts);
  if (!grid.ok) return grid;
  const document = readGrid(grid.value, fileName, language, habits);
  if (!document.ok) return document;
  const remarks = grid.issues.map((issue) => ({
    code: issue.code.replace(/^reading\./, ''),
    line: 1,
    message: sayIssue(issue, readingMessages, language),
  }));
  const warned = { ...document.value, warnings: [...remarks, ...document.value.warnings] };
  return { ok: true, value: { document: warned, source: sourceOf(grid.value, layouts), grid: grid.value }, issues: [] };
}

/** The grid of a document, whatever it is written in. An issue beside a grid says what was left out (macros). */
export async function gridOf(bytes: Uint8Array, fileName: string, layouts: Layouts = LAYOUTS): Promise<Outcome<DocumentGrid>> {
  const refuse = (code: string): Outcome<DocumentGrid> => ({ ok: false, issues: [issueOf(code, fileName)] });
  if (bytes.length === 0) return refuse('reading.empty');
  const kind = kindOf(bytes, fileName);
  if (kind === 'old-word' || kind === 'unsupported') return converted(bytes, fileName, kind, layouts);
  const container = kind === 'docx' || kind === 'workbook' ? inspectZip(bytes) : null;
  if (container?.bomb) return refuse('reading.zip-bomb');
  const macros: Issue[] =
    container?.macros || (kind === 'workbook' && !container && oleMacros(bytes))
      ? [{ ...issueOf('reading.macros', fileName), severity: 'warning' }]
      : [];
  const accept = (grid: DocumentGrid): Outcome<DocumentGrid> => ({ ok: true, value: withTableOrText(grid, layouts), issues: macros });
  if (kind === 'docx') {
    const grid = docxGrid(bytes);
    return grid ? accept(grid) : refuse('reading.not-a-docx');
  }
  if (kind === 'workbook') {
    const grid = await workbookGrid(bytes);
    return grid ? accept(grid) : refuse('reading.not-an-xlsx');
  }
  if (kind === 'pdf') {
    const grid = await pdfGrid(bytes);
    return grid === null ? refuse('reading.not-a-pdf') : grid === 'empty' ? refuse('reading.pdf-without-text') : accept(grid);
  }
  const text = decodeText(bytes);
  if (text === null) return refuse('reading.undecodable');
  if (text.trim() === '') return refuse('reading.empty');
  return accept(looksLikeHtml(text) ? htmlGrid(text) : textGrid(text));
}

const officeOf = {
  'old-word': { extension: 'doc', to: 'docx' },
  text: { extension: 'odt', to: 'docx' },
  sheet: { extension: 'ods', to: 'xlsx' },
} as const;

/** What only an office program reads goes through LibreOffice; a file with macros is not handed to it. */
async function converted(
  bytes: Uint8Array,
  fileName: string,
  kind: 'old-word' | 'unsupported',
  layouts: Layouts,
): Promise<Outcome<DocumentGrid>> {
  const refuse = (code: string): Outcome<DocumentGrid> => ({ ok: false, issues: [issueOf(code, fileName)] });
  if (kind === 'old-word' && oleMacros(bytes)) return refuse('reading.old-macros');
  if (kind === 'unsupported' && inspectZip(bytes)?.bomb) return refuse('reading.zip-bomb');
  const sheet = holdsAscii(bytes.subarray(0, 200), 'opendocument.spreadsheet');
  const { extension, to } = officeOf[kind === 'old-word' ? kind : sheet ? 'sheet' : 'text'];
  const conversion = await convertByLibreOffice(bytes, extension, to);
  if (!conversion.ok) return refuse(conversion.reason === 'failed' ? 'reading.conversion-failed' : `reading.${kind}`);
  return gridOf(conversion.bytes, `${fileName}.${to}`, layouts);
}

/**
 * The first way of laying the document out that shows a header: as it is; as text, where the form stands between the tables
 * (pasted with tabs, one cell a paragraph); word by word, where a page was flattened into long lines.
 */
function withTableOrText(grid: DocumentGrid, layouts: Layouts): DocumentGrid {
  const readable = (candidate: DocumentGrid) => findHeaders(mendWords(candidate, layouts), layouts).length > 0;
  if (readable(grid)) return grid;
  const text = grid.lines.join('\n');
  return [textGrid(text), wordGrid(text)].find(readable) ?? grid;
}

type Kind = 'docx' | 'workbook' | 'pdf' | 'old-word' | 'unsupported' | 'text';

/** By content first; a name that promises an Office file whose bytes are none is a broken one, not text. */
function kindOf(bytes: Uint8Array, fileName: string): Kind {
  const starts = (...values: number[]) => values.every((value, index) => bytes[index] === value);
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return holds(bytes, 'WordDocument') ? 'old-word' : 'workbook';
  if (starts(0x50, 0x4b) && holdsAscii(bytes.subarray(0, 200), 'opendocument')) return 'unsupported';
  if (starts(0x50, 0x4b)) return extension === 'xlsx' || holdsAscii(bytes, 'xl/workbook.xml') ? 'workbook' : 'docx';
  if (extension === 'docx') return 'docx';
  if (extension === 'xlsx' || (extension === 'xls' && !looksLikeHtml(decodeText(bytes) ?? ''))) return 'workbook';
  return extension === 'pdf' ? 'pdf' : 'text';
}
const holdsAscii = (bytes: Uint8Array, word: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(word, 0, 'latin1');
const holds = (bytes: Uint8Array, word: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(word, 0, 'utf16le');
