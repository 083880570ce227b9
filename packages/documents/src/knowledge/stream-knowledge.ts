// Knowledge tables larger than memory: JSON lines and CSV in pieces, from the beginning as often as asked.
import path from 'node:path';
import { CsvReader, type CsvRecord, tableOf } from '@hengjian/catalog/knowledge/index.ts';
import type { Issue } from '@hengjian/domain';
import type { KnowledgePiece, KnowledgeStream } from '@hengjian/workflows/knowledge/read-rows.ts';
import { decodeText } from '../encoding.ts';
import { error, jsonRows } from './read-knowledge.ts';

/** Characters of one record at most: a longer one is a quote that nobody closed. */
const LONGEST_RECORD = 4_000_000;

/** Whether files of that name can be read in pieces. */
export const streamable = (file: string): boolean =>
  ['.jsonl', '.ndjson', '.csv', '.tsv', '.txt'].includes(path.extname(file).toLowerCase());

/**
 * The rows of a file whose bytes come in pieces. Undecodable bytes, a cut-off table and missing columns make it damaged, wherever they
 * stand. `bytes` begins anew with every call.
 */
export const streamKnowledge = (file: string, bytes: () => AsyncIterable<Uint8Array>): KnowledgeStream => ({
  file,
  async *pieces() {
    const reader = /^\.(jsonl|ndjson)$/i.test(path.extname(file)) ? new LineReader(file) : new TableReader(file);
    let decoder: ReturnType<typeof decoderOf> | undefined;
    let read = 0;
    const damaged = (issue: Issue): KnowledgePiece => ({ rows: [], issues: [issue], damaged: true });
    try {
      for await (const chunk of bytes()) {
        decoder ??= decoderOf(chunk);
        const piece = reader.push(decoder.decode(chunk, { stream: true }));
        read += piece.rows.length + piece.issues.length;
        yield piece;
        if (piece.damaged) return;
      }
      const last = reader.end(decoder?.decode() ?? '');
      yield read + last.rows.length + last.issues.length === 0 ? damaged(error(file, 'empty')) : last;
    } catch (fault) {
      if (!(fault instanceof TypeError && 'code' in fault && fault.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')) throw fault;
      yield damaged(error(file, 'encoding'));
    }
  },
});

/** By the first piece, cut to whole lines: what follows must be of the same encoding. */
function decoderOf(chunk: Uint8Array) {
  const end = chunk.lastIndexOf(10);
  const head = end > 0 ? chunk.subarray(0, end) : chunk;
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(head);
      if (text === (decodeText(head) ?? '').replace(/^\uFEFF/, '')) return new TextDecoder(encoding, { fatal: true });
    } catch {
      // another encoding
    }
  return new TextDecoder('utf-8', { fatal: true });
}

class LineReader {
  readonly #file: string;
  #rest = '';
  #row = 0;
  constructor(file: string) {
    this.#file = file;
  }

  push(text: string): KnowledgePiece {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() as string;
    return this.#read(lines);
  }

  end(text: string): KnowledgePiece {
    return this.#read((this.#rest + text).split('\n'));
  }

  #read(lines: readonly string[]): KnowledgePiece {
    const [rows, issues] = jsonRows(lines, this.#row, this.#file);
    this.#row += lines.length;
    return { rows, issues, damaged: false };
  }
}

type RowOf = ReturnType<typeof tableOf>['rowOf'];

class TableReader {
  readonly #file: string;
  readonly #csv = new CsvReader();
  #rowOf: RowOf | undefined;
  constructor(file: string) {
    this.#file = file;
  }

  push(text: string): KnowledgePiece {
    const piece = this.#read(this.#csv.push(text));
    return this.#csv.waiting > LONGEST_RECORD ? this.#damaged(error(this.#file, 'cutOff')) : piece;
  }

  end(text: string): KnowledgePiece {
    const first = this.#csv.push(text);
    const { records, unclosedRow } = this.#csv.end();
    if (unclosedRow !== null) return this.#damaged(error(this.#file, 'cutOff', {}, { row: unclosedRow }));
    return this.#read([...first, ...records]);
  }

  #read(records: readonly CsvRecord[]): KnowledgePiece {
    const [head, ...body] = records;
    let rest: readonly CsvRecord[] = records;
    if (!this.#rowOf && head) {
      const { missing, rowOf } = tableOf(head);
      if (missing.length > 0) return this.#damaged(error(this.#file, 'missingColumn', { name: missing.join('、') }, { row: head.row }));
      this.#rowOf = rowOf;
      rest = body;
    }
    const rowOf = this.#rowOf;
    return { rows: rowOf ? rest.map(rowOf) : [], issues: [], damaged: false };
  }

  #damaged(issue: Issue): KnowledgePiece {
    return { rows: [], issues: [issue], damaged: true };
  }
}
