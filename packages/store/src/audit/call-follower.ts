/**
 * Takes what stands in the calls' journal into PostgreSQL: accounts, reminders, what became of them. Position and effect are one
 * transaction, so that a call is there exactly once whoever was killed when. Segments at rest are packed.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { type Kysely, sql, type Transaction } from 'kysely';
import { HEADER, isWhole, scanRecords, sizesOf } from '../feed/record.ts';
import type { Database } from '../records/database.ts';
import { callFolder, callSegments, PACKED, REST_MS, SUFFIX } from './call-journal.ts';
import { accountOf } from './call-record.ts';

/** Bytes of an account that are read at once; more where it is longer. Its message is passed over. */
const ACCOUNT = 16 * 1024;
/** Bytes that are read at once where something else than a whole record stands; more where one is longer. */
const PIECE = 4 * 1024 * 1024;
const MOST_AT_ONCE = 1000;
const LOCK = 4_865_113;

export interface FollowedCalls {
  readonly calls: number;
  /** Places where bytes are not what was written: told, and passed over. */
  readonly damages: readonly { readonly segment: string; readonly at: number; readonly bytes: number }[];
}

/**
 * Everything that stands in the journal now; what is written meanwhile waits for the next time, otherwise messages that keep coming would
 * be taken in by twos and threes without an end. `rest` is awaited between two groups, for whoever gives way to others.
 */
export async function followCalls(db: Kysely<Database>, home: string, rest?: () => Promise<void>): Promise<FollowedCalls> {
  let calls = 0;
  const damages: { segment: string; at: number; bytes: number }[] = [];
  const now = callSegments(home)
    .filter((name) => name.endsWith(SUFFIX))
    .map((segment) => ({ segment, size: sizeOf(path.join(callFolder(home), segment)) }));
  for (const { segment, size } of now)
    for (let piece = PIECE; size !== undefined; ) {
      const done = await followPiece(db, home, { segment, size }, piece);
      calls += done.calls;
      damages.push(...done.damages);
      if (done.next === undefined) break;
      piece = done.next;
      await rest?.();
    }
  return { calls, damages };
}

interface Piece {
  calls: number;
  damages: { segment: string; at: number; bytes: number }[];
  /** Bytes to read next; undefined where nothing whole is left. */
  next?: number;
}

/** The next group of a segment, up to `size`. */
async function followPiece(
  db: Kysely<Database>,
  home: string,
  { segment, size }: { segment: string; size: number },
  piece: number,
): Promise<Piece> {
  const file = path.join(callFolder(home), segment);
  const placeOf = async (from: Kysely<Database>) => {
    const row = await from.selectFrom('callSegment').select('place').where('segment', '=', segment).executeTakeFirst();
    return Number(row?.place ?? 0);
  };
  if (known.get(file) === size) return { calls: 0, damages: [] };
  if ((await placeOf(db)) >= size) {
    known.set(file, size);
    return { calls: 0, damages: [] };
  }
  return db.transaction().execute(async (tx): Promise<Piece> => {
    // one follower at a time, whoever runs it
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    // the journal is the truth: what a crash takes back here is read again
    await sql`set local synchronous_commit = off`.execute(tx);
    const from = await placeOf(tx);
    // another follower came further while this one waited
    if (from >= size) return { calls: 0, damages: [] };
    const plain = accountsFrom(file, from, size);
    const { found, damages } = plain.length > 0 ? { found: plain, damages: [] } : scanFrom(file, from, Math.min(piece, size - from));
    const last = found.at(-1);
    if (!last) {
      if (piece < size - from) return { calls: 0, damages: [], next: piece * 4 };
      known.set(file, size);
      return { calls: 0, damages: [] };
    }
    await keepCalls(
      tx,
      found.map(({ at, size: length, record }) => ({ ...record, segment, place: at, size: length })),
    );
    const place = String(last.at + last.size);
    await tx
      .insertInto('callSegment')
      .values({ segment, place })
      .onConflict((conflict) => conflict.column('segment').doUpdateSet({ place }))
      .execute();
    return { calls: found.length, damages: damages.map((damage) => ({ segment, ...damage })), next: PIECE };
  });
}

/** Sizes of segments that were read as far as they go in this process: nothing is asked of them until they grow. */
const known = new Map<string, number>();
const sizeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.size;

interface FoundAccount {
  readonly at: number;
  readonly size: number;
  readonly record: Account;
}

/** Accounts from `from` on as far as one whole record follows the other, without their messages: nine tenths of the file are not read. */
function accountsFrom(file: string, from: number, end: number): FoundAccount[] {
  const found: FoundAccount[] = [];
  const descriptor = openSync(file, 'r');
  let bytes = Buffer.allocUnsafe(ACCOUNT);
  const read = (at: number, length: number): Buffer => {
    if (bytes.length < length) bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, at));
  };
  try {
    for (let at = from; at < end && found.length < MOST_AT_ONCE; ) {
      const head = read(at, HEADER);
      const sizes = sizesOf(head);
      if (!sizes || at + sizes.size > end) break;
      const covered = (head.length < sizes.covered ? read(at, sizes.covered) : head).subarray(0, sizes.covered);
      if (covered.length < sizes.covered || !isWhole(covered)) break;
      found.push({ at, size: sizes.size, record: accountOf(covered.subarray(HEADER)) });
      at += sizes.size;
    }
  } finally {
    closeSync(descriptor);
  }
  return found;
}

/** The same where something else stands at `from`, and what lies before or between. */
function scanFrom(file: string, from: number, length: number) {
  const found: FoundAccount[] = [];
  const damages: { at: number; bytes: number }[] = [];
  let [end, open] = [0, 0];
  for (const one of scanRecords(bytesFrom(file, from, length), 0)) {
    if (found.length === MOST_AT_ONCE) break;
    if ('damage' in one) {
      // at the end of what was read it is a record that is being written, or longer than the piece
      open = one.damage;
      continue;
    }
    if (open > 0) damages.push({ at: from + end, bytes: open });
    open = 0;
    found.push({ at: from + one.at, size: one.record.size, record: accountOf(one.record.bytes) });
    end = one.at + one.record.size;
  }
  return { found, damages };
}

function bytesFrom(file: string, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const descriptor = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, from));
  } finally {
    closeSync(descriptor);
  }
}

type Account = Pick<ReturnType<typeof accountOf>, 'head' | 'said'>;
type Placed = Account & { segment: string; place: number; size: number };

// one text of JSON a table: a thousand rows cost one parameter
async function keepCalls(tx: Transaction<Database>, calls: readonly Placed[]): Promise<void> {
  const plain = tx.withoutPlugins();
  const rows = calls.map(({ head: { feedback: _, ...head }, said, segment, place, size }) => ({
    ...head,
    triggerScene: said?.scene ?? null,
    medicalKind: said?.medicalKind ?? null,
    feeFen: said?.feeFen ?? null,
    segment,
    place,
    size,
  }));
  await sql`insert into interface_call (serial, infno, msgid, provider_no, received_at, milliseconds, outcome, reminders, undecided,
      trigger_scene, medical_kind, fee_fen, refusal, segment, place, size)
    select serial, infno, msgid, "providerNo", "receivedAt", milliseconds, outcome, reminders, undecided, "triggerScene", "medicalKind",
      "feeFen", refusal, segment, place, size
    from json_to_recordset(${JSON.stringify(rows)}::json) as c(serial bigint, infno text, msgid text, "providerNo" text,
      "receivedAt" double precision, milliseconds double precision, outcome text, reminders integer, undecided integer,
      "triggerScene" text, "medicalKind" text, "feeFen" bigint, refusal text, segment text, place bigint, size bigint)`.execute(plain);
  const reminders = calls.flatMap(({ head, said }) =>
    (said?.given ?? []).map((one) => ({ ...one, call: head.serial, triggerScene: said?.scene ?? null })),
  );
  if (reminders.length > 0)
    await sql`insert into audit_reminder (reminder_id, call, trigger_scene, finding_id, rule_id, edition, point_id, lineage, person_no,
        encounter_no, line_nos, severity, amount_fen, sentence)
      select "reminderId", call, "triggerScene", "findingId", "ruleId", edition, "pointId", lineage, "personNo", "encounterNo",
        array(select json_array_elements_text("lineNos")), severity, "amountFen", sentence
      from json_to_recordset(${JSON.stringify(reminders)}::json) as r("reminderId" text, call bigint, "triggerScene" text,
        "findingId" text, "ruleId" text, edition integer, "pointId" text, lineage text, "personNo" text, "encounterNo" text,
        "lineNos" json, severity text, "amountFen" bigint, sentence text)`.execute(plain);
  const exempted = calls.flatMap(({ head, said }) =>
    Object.entries(said?.exempted ?? {}).map(([exemption, times]) => ({ call: head.serial, exemption, times })),
  );
  if (exempted.length > 0)
    await sql`insert into call_exemption (call, exemption_id, times) select call, exemption, times
      from json_to_recordset(${JSON.stringify(exempted)}::json) as e(call bigint, exemption text, times integer)`.execute(plain);
  const feedback = calls.flatMap(({ head }) => (head.feedback ?? []).map((one) => ({ ...one, call: head.serial })));
  // its reminder may stand in another segment that is followed later
  if (feedback.length > 0)
    await sql`insert into audit_feedback (reminder_id, call, disposition, reason)
      select "reminderId", call, disposition, reason
      from json_to_recordset(${JSON.stringify(feedback)}::json) as f("reminderId" text, call bigint, disposition text, reason text)`.execute(
      plain,
    );
}

/** How long nobody has written to a segment before it is packed: longer than a writer comes back to one. */
const PACK_AFTER_MS = 3 * REST_MS;

/** Packs segments at rest that are followed to their end; their names. Whoever reads one meanwhile finds it in either form. */
export async function packCalls(db: Kysely<Database>, home: string, now = Date.now(), after = PACK_AFTER_MS): Promise<string[]> {
  const packed: string[] = [];
  for (const segment of callSegments(home).filter((name) => name.endsWith(SUFFIX))) {
    const file = path.join(callFolder(home), segment);
    const { mtimeMs = now, size = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {};
    if (now - mtimeMs < after) continue;
    const row = await db.selectFrom('callSegment').select('place').where('segment', '=', segment).executeTakeFirst();
    // a tail that a killed process left half written is nobody's
    if (size > 0 && row === undefined) continue;
    const to = file.slice(0, -SUFFIX.length) + PACKED;
    if (!existsSync(to)) {
      const bytes = readFileSync(file);
      writeFileSync(`${to}.new`, zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }), { mode: 0o600 });
      renameSync(`${to}.new`, to);
    }
    rmSync(file);
    known.delete(file);
    packed.push(segment);
  }
  return packed;
}
