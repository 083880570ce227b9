/**
 * One record of the journal as bytes. Header of 28: magic, length of the body, serial, serial that was durable when it was written,
 * checksum of all that and the body. The body is UTF-8.
 */
import { crc32 } from 'node:zlib';

export const HEADER = 28;
const MAGIC = 0x314a4a48; // 'HJJ1'
/** Of a record with cargo: the checksum covers as many bytes of the body as stand in place of the durable serial ('HJJ2'). */
const MAGIC_CARGO = 0x324a4a48;
/** A message is far smaller; a longer length is a damaged header. */
const MOST_BYTES = 128 * 1024 * 1024;

export interface RecordHead {
  readonly serial: number;
  /** Every record up to this one was on the disk before this one was written. */
  readonly durable: number;
  /** Bytes of header and body. */
  readonly size: number;
}

export interface FoundRecord extends RecordHead {
  readonly bytes: Buffer;
  /** Where in `bytes` the cargo begins: their length where there is none. */
  readonly cargoAt: number;
  /** `bytes` as UTF-8. */
  readonly body: string;
}

const checksum = (header: Buffer, parts: readonly Buffer[]): number =>
  parts.reduce((sum, part) => crc32(part, sum), crc32(header.subarray(0, HEADER - 4)));

const lengthOf = (parts: readonly Buffer[]): number => parts.reduce((sum, { length }) => sum + length, 0);

function headOf(magic: number, length: number, serial: number, third: number, parts: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(magic, 0);
  header.writeUInt32LE(length, 4);
  header.writeBigUInt64LE(BigInt(serial), 8);
  header.writeBigUInt64LE(BigInt(third), 16);
  header.writeUInt32LE(checksum(header, parts), 24);
  return header;
}

export function encodeRecord(serial: number, durable: number, text: string): Buffer {
  const body = Buffer.from(text, 'utf8');
  return Buffer.concat([headOf(MAGIC, body.length, serial, durable, [body]), body]);
}

/** A record as pieces to be written one after the other; `cargo` is carried unchecked: whoever reads it checks it. */
export const recordWithCargo = (serial: number, parts: readonly Buffer[], cargo: Buffer): Buffer[] => [
  headOf(MAGIC_CARGO, lengthOf(parts) + cargo.length, serial, lengthOf(parts), parts),
  ...parts,
  cargo,
];

/** What a header says, unchecked: bytes of the record, and of those that its checksum is about (all but the cargo). */
export function sizesOf(header: Buffer): { readonly size: number; readonly covered: number } | undefined {
  if (header.length < HEADER) return undefined;
  const magic = header.readUInt32LE(0);
  if (magic !== MAGIC && magic !== MAGIC_CARGO) return undefined;
  const length = header.readUInt32LE(4);
  if (length > MOST_BYTES) return undefined;
  const covered = magic === MAGIC ? length : Math.min(length, Number(header.readBigUInt64LE(16)));
  return { size: HEADER + length, covered: HEADER + covered };
}

/** Whether the bytes of a record that its checksum is about are what was written. */
export const isWhole = (covered: Buffer): boolean =>
  covered.readUInt32LE(24) === checksum(covered.subarray(0, HEADER), [covered.subarray(HEADER)]);

/** The record that begins at `at`; undefined where none stands there whole. */
export function decodeRecord(bytes: Buffer, at: number): FoundRecord | undefined {
  const sizes = sizesOf(bytes.subarray(at, at + HEADER));
  if (!sizes || at + sizes.size > bytes.length || !isWhole(bytes.subarray(at, at + sizes.covered))) return undefined;
  const body = bytes.subarray(at + HEADER, at + sizes.size);
  const durable = bytes.readUInt32LE(at) === MAGIC ? Number(bytes.readBigUInt64LE(at + 16)) : 0;
  return new Found(Number(bytes.readBigUInt64LE(at + 8)), durable, body, sizes.covered - HEADER);
}

/** A class: the getter of an object literal would keep each record until the next full collection. */
class Found implements FoundRecord {
  readonly serial: number;
  readonly durable: number;
  readonly size: number;
  readonly bytes: Buffer;
  readonly cargoAt: number;

  constructor(serial: number, durable: number, bytes: Buffer, cargoAt: number) {
    this.serial = serial;
    this.durable = durable;
    this.size = HEADER + bytes.length;
    this.bytes = bytes;
    this.cargoAt = cargoAt;
  }
  get body(): string {
    return this.bytes.toString('utf8');
  }
}

/** What both begin with. */
const magicBytes = Buffer.from('HJJ');

export type Scanned = { readonly at: number; readonly record: FoundRecord } | { readonly at: number; readonly damage: number };

/** Records of a segment from `from` on, in order; what lies between two whole records, or after the last, is damage of so many bytes. */
export function* scanRecords(bytes: Buffer, from: number): Generator<Scanned> {
  let at = from;
  while (at < bytes.length) {
    const record = decodeRecord(bytes, at);
    if (record) {
      yield { at, record };
      at += record.size;
      continue;
    }
    let next = at + 1;
    for (;;) {
      next = bytes.indexOf(magicBytes, next);
      if (next < 0 || decodeRecord(bytes, next)) break;
      next += 1;
    }
    const end = next < 0 ? bytes.length : next;
    yield { at, damage: end - at };
    at = end;
  }
}
