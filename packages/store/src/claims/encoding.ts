// Text files as they come: UTF-8 with or without byte order mark, GB18030 (common in bureaus), UTF-16 with a mark.
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import type { Issue } from '@hengjian/domain';

const CHUNK = 8 * 1024 * 1024;
const NEWLINE = 0x0a;
const QUOTE = 0x22;

type Readable = { ok: true; path: string; firstRecord: string } | { ok: false; issue: Partial<Issue> & { code: string } };

/** A path that holds the same text in UTF-8: the file itself, or `copy`. Refuses what is no text, naming the row. */
export async function readableText(file: string, copy: string): Promise<Readable> {
  if (statSync(file).size === 0) return { ok: false, issue: { code: 'claims.emptyFile' } };
  const head = firstBytes(file, 3);
  const utf16 = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
  let path = file;
  if (utf16) {
    const fault = transcode(file, copy, utf16);
    if (fault !== undefined) return { ok: false, issue: { code: 'claims.undecodable', row: fault } };
    path = copy;
  } else {
    const fault = utf8Fault(file);
    if (fault) {
      // Text that was UTF-8 up to here is damaged UTF-8; else it was never UTF-8.
      if (fault.wideCharacters > 3) return { ok: false, issue: { code: 'claims.undecodable', row: fault.row } };
      const row = transcode(file, copy, 'gb18030');
      if (row !== undefined) return { ok: false, issue: { code: 'claims.undecodable', row } };
      path = copy;
    }
  }
  const quotes = openQuoteRow(path);
  if (quotes !== undefined) return { ok: false, issue: { code: 'claims.truncated', row: quotes } };
  return { ok: true, path, firstRecord: firstRecord(path) };
}

function firstBytes(file: string, count: number): Buffer {
  const descriptor = openSync(file, 'r');
  const bytes = Buffer.alloc(count);
  const read = readSync(descriptor, bytes, 0, count, 0);
  closeSync(descriptor);
  return bytes.subarray(0, read);
}

function* chunks(file: string): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const bytes = Buffer.allocUnsafe(CHUNK);
      const read = readSync(descriptor, bytes, 0, CHUNK, null);
      if (read === 0) return;
      yield bytes.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Rare bytes are found by searching, frequent ones (a file that quotes every field) by looking at each. */
function countOf(bytes: Buffer, value: number): number {
  let count = 0;
  const sample = Math.min(bytes.length, 65_536);
  for (let at = 0; at < sample; at += 1) if (bytes[at] === value) count += 1;
  if (count > sample / 100) for (let at = sample; at < bytes.length; at += 1) count += bytes[at] === value ? 1 : 0;
  else for (let at = bytes.indexOf(value, sample); at !== -1; at = bytes.indexOf(value, at + 1)) count += 1;
  return count;
}

/** Row (1 = header) of the first bytes that are not UTF-8, and how many three-byte characters were well formed before them. */
function utf8Fault(file: string): { row: number; wideCharacters: number } | undefined {
  let rest = Buffer.alloc(0);
  let offset = 0;
  let wideCharacters = 0;
  for (const chunk of chunks(file)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    // A character may be cut by the chunk's end: keep its first bytes for the next one.
    let end = bytes.length;
    for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
      const byte = bytes[bytes.length - back] as number;
      if (byte >= 0xc0) {
        if (back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2)) end = bytes.length - back;
        break;
      }
      if (byte < 0x80) break;
    }
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) {
      const good = validPrefix(whole);
      return { row: rowAt(file, offset + good), wideCharacters: wideCharacters + wideIn(whole.subarray(0, good)) };
    }
    if (wideCharacters <= 3) wideCharacters += wideIn(whole.subarray(0, 65_536));
    offset += whole.length;
    rest = Buffer.from(bytes.subarray(end));
  }
  return rest.length > 0 ? { row: rowAt(file, offset), wideCharacters } : undefined;
}

/** Row (1 = header) of a place in the file. */
function rowAt(file: string, offset: number): number {
  let row = 1;
  let at = 0;
  for (const chunk of chunks(file)) {
    row += countOf(chunk.subarray(0, Math.max(0, offset - at)), NEWLINE);
    at += chunk.length;
    if (at >= offset) break;
  }
  return row;
}

const wideIn = (bytes: Buffer): number => {
  let count = 0;
  for (const byte of bytes) if (byte >= 0xe3 && byte < 0xf0) count += 1;
  return count;
};

/** Length of the longest valid prefix, by halving. */
function validPrefix(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    // A prefix that only cuts a character is invalid too: step back over at most three bytes.
    let cut = middle;
    while (cut > low && ((bytes[cut] ?? 0) & 0xc0) === 0x80 && middle - cut < 3) cut -= 1;
    if (isUtf8(bytes.subarray(0, cut)) && cut > low) low = cut;
    else if (cut <= low) high = low;
    else high = cut - 1;
  }
  return low;
}

/** Writes `file` as UTF-8 to `copy`; the row of the first bytes that are not in this encoding, if any. */
function transcode(file: string, copy: string, encoding: string): number | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const descriptor = openSync(copy, 'w');
  let row = 1;
  try {
    for (const chunk of chunks(file)) {
      let text: string;
      try {
        text = decoder.decode(chunk, { stream: true });
      } catch {
        return row + rowsBefore(chunk, encoding);
      }
      row += text.split('\n').length - 1;
      writeSync(descriptor, text);
    }
    try {
      decoder.decode();
    } catch {
      return row;
    }
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Line ends before the first undecodable line of a chunk. */
function rowsBefore(chunk: Buffer, encoding: string): number {
  let rows = 0;
  let from = 0;
  for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(chunk.subarray(from, at));
    } catch {
      break;
    }
    rows += 1;
    from = at + 1;
  }
  return rows;
}

/** An odd number of quotes: the file ends within a quoted field. The row where the last one opens (line ends outside quotes + 1). */
function openQuoteRow(file: string): number | undefined {
  let quotes = 0;
  for (const chunk of chunks(file)) quotes += countOf(chunk, QUOTE);
  if (quotes % 2 === 0) return undefined;
  let inside = false;
  let row = 1;
  let opened = 1;
  for (const chunk of chunks(file))
    for (const byte of chunk) {
      if (byte === QUOTE) {
        inside = !inside;
        if (inside) opened = row;
      } else if (byte === NEWLINE && !inside) row += 1;
    }
  return opened;
}

/** The header record (it may hold quoted line ends). */
function firstRecord(file: string): string {
  const text = firstBytes(file, 1024 * 1024)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') inside = !inside;
    else if (!inside && (text[at] === '\n' || text[at] === '\r')) return text.slice(0, at);
  }
  return text;
}

/** Names of a header record; a file separated by tabs, semicolons or bars is recognised by its header. */
export function parseHeader(record: string): { header: string[]; delimiter: string } {
  const delimiter = [',', '\t', ';', '|'].find((d) => record.includes(d)) ?? ',';
  const header: string[] = [];
  let field = '';
  let inside = false;
  for (let at = 0; at < record.length; at += 1) {
    const c = record[at] as string;
    if (c === '"') {
      if (inside && record[at + 1] === '"') {
        field += c;
        at += 1;
      } else inside = !inside;
    } else if (c === delimiter && !inside) {
      header.push(field);
      field = '';
    } else field += c;
  }
  header.push(field);
  return { header: header.map((name) => name.trim()), delimiter };
}
