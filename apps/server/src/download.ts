import { csvCell } from '@hengjian/catalog/knowledge/index.ts';
import type { FastifyReply } from 'fastify';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const CSV = 'text/csv; charset=utf-8';

/** A file to save, under its Chinese name (RFC 6266). */
export function sendFile(reply: FastifyReply, bytes: Uint8Array | string, name: string, type: string): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(typeof bytes === 'string' ? bytes : Buffer.from(bytes));
}

/** A text that a spreadsheet would take for a formula is led by an apostrophe. */
export const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^-?[\d.]+$/.test(text) ? `'${text}` : text);
const cellOf = (value: string | number | null): string =>
  csvCell(value === null ? '' : typeof value === 'number' ? String(value) : safe(value));
/** One record with its line end (RFC 4180). */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cellOf).join(',')}\r\n`;
