// Rows of knowledge files as structured points, piece after piece.
import { createHash } from 'node:crypto';
import {
  type KnowledgePoint,
  type KnowledgeRow,
  pointOfRow,
  type ReadingAids,
  type StructuredPoint,
  structurePoint,
} from '@hengjian/catalog/knowledge/index.ts';
import type { Issue } from '@hengjian/domain';

/** Rows of a file, with what could not be read of them. */
export interface KnowledgePiece {
  readonly rows: readonly KnowledgeRow[];
  readonly issues: readonly Issue[];
  /** The file as a whole cannot be trusted. */
  readonly damaged: boolean;
}
/** A file that is read in pieces, from the beginning as often as it is asked: it may be larger than memory. */
export interface KnowledgeStream {
  readonly file: string;
  pieces(): AsyncIterable<KnowledgePiece>;
}

export interface FileRow {
  readonly file: string;
  readonly row: KnowledgeRow;
}

export interface ReadRow {
  structured: StructuredPoint;
  contentHash: string;
  /** Of the point without its parameters: what the publisher says where he gives none. */
  silentHash: string;
  file: string;
  row: number;
}

/** Rows as structured points. An id may come more than once: the last row counts, the earlier ones are its older versions. */
export function readRows(given: readonly FileRow[], aids: ReadingAids | undefined, issues: Issue[]): ReadRow[] {
  const seen = new Set<string>();
  const again = new Map<string, { row: number; count: number }>();
  const read = given.flatMap(({ file, row: { row, sheet, fields } }): ReadRow[] => {
    const taken = pointOfRow(fields);
    if (!taken.ok) {
      issues.push({ severity: 'error', file, row, ...(sheet ? { sheet } : {}), ...taken.issue });
      return [];
    }
    const { point } = taken;
    if (seen.has(point.id)) again.set(file, { row: again.get(file)?.row ?? row, count: (again.get(file)?.count ?? 0) + 1 });
    seen.add(point.id);
    const structured = structurePoint(point, aids);
    const contentHash = hashOf(point);
    const silentHash = point.params === null ? contentHash : hashOf({ ...point, params: null });
    return [{ structured, contentHash, silentHash, file, row }];
  });
  for (const [file, { row, count }] of again) issues.push({ code: 'knowledge.repeatedId', severity: 'info', file, row, facts: { count } });
  return read;
}

export async function* piecesOf(file: KnowledgePiece | Omit<KnowledgeStream, 'file'>): AsyncGenerator<KnowledgePiece> {
  if ('pieces' in file) yield* file.pieces();
  else yield file;
}

/** Numbers of the ids that come more than once (and of a few others: two ids may have one number); none where all is one piece. */
export async function repeatedIds(files: readonly (KnowledgePiece | KnowledgeStream)[]): Promise<ReadonlySet<number>> {
  const again = new Set<number>();
  if (files.length === 1 && files.every((file) => !('pieces' in file))) return again;
  let [seen, count] = [new Float64Array(1 << 12), 0];
  for (const file of files)
    for await (const { rows } of piecesOf(file))
      for (const row of rows) {
        if (count === seen.length) {
          const more = new Float64Array(2 * count);
          more.set(seen);
          seen = more;
        }
        seen[count++] = idHash(row);
      }
  seen = seen.subarray(0, count).sort();
  for (let i = 1; i < count; i += 1) if (seen[i] === seen[i - 1]) again.add(seen[i] as number);
  return again;
}

/** 53 bits of the id as it is written in the row. */
export function idHash({ fields }: KnowledgeRow): number {
  const id = String(fields.id ?? '').trim();
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < id.length; i += 1) {
    const code = id.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

export const idOf = (row: ReadRow): string => row.structured.point.id;

/** Of everything the publisher said, whatever the file's format and the order of its fields. */
function hashOf(point: KnowledgePoint): string {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === 'object' && value !== null
        ? Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, one]) => [name, sorted(one)])
        : value;
  return createHash('sha256')
    .update(JSON.stringify(sorted(point)))
    .digest('hex');
}
