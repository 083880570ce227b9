// What a fold needs: the messages of an encounter from the journal, what the lake knows already, an extract folder to write into.
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { type WireTable, wireTables } from '@hengjian/catalog';
import { csvCell } from '@hengjian/catalog/knowledge/index.ts';
import type { Instant } from '@hengjian/domain';
import { type FeedMessage, type FeedShelf, type FeedTable, listTypeOfCode, type Part, type SubjectKind } from '@hengjian/workflows';
import { sql } from 'kysely';
import type { Home } from '../home.ts';
import { literal } from '../lake/duck.ts';
import { messageOf } from './feed-record.ts';
import { keepDamage, moveTo, positionOf } from './feed-store.ts';
import type { MessageJournal } from './message-journal.ts';

/** Subjects whose messages are looked up at once. */
const PIECE = 1000;

export const feedShelfOf = (home: Home, journal: Pick<MessageJournal, 'read'>, now: () => Instant): FeedShelf => ({
  async touched() {
    const [from, upTo] = [await positionOf(home.db, 'lake'), await positionOf(home.db, 'records')];
    const subjects = async (kind: SubjectKind) => {
      const rows = await home.db
        .selectFrom('feedSubject')
        .select('subjectNo')
        .distinct()
        .where('kind', '=', kind)
        .where('serial', '>', String(from))
        .where('serial', '<=', String(upTo))
        .orderBy('subjectNo')
        .execute();
      return rows.map(({ subjectNo }) => subjectNo);
    };
    return { messages: upTo - from, upTo, encounters: await subjects('encounter'), stocks: await subjects('stock') };
  },
  messagesOf: (kind, subjectNos) => messagesOf(home, journal, kind, subjectNos, now),
  async listTypes() {
    const { rows } = await sql<{ code: string; kind: string }>`
      select distinct on (item_code) item_code as code, list_type as kind from catalogue_match
      where ended_by is null and list_type is not null order by item_code, serial desc`.execute(home.db);
    const matched = new Map(rows.map(({ code, kind }) => [code, kind]));
    return (code) => matched.get(code) ?? listTypeOfCode(code);
  },
  known: (people, providers) => knownOf(home, people, providers),
  openExtract: async () => openExtract(home),
  done: (upTo, encounters) =>
    home.db.transaction().execute(async (tx) => {
      await moveTo(tx, 'lake', upTo);
      for (let at = 0; at < encounters.length; at += PIECE) {
        const piece = encounters.slice(at, at + PIECE);
        await tx
          .deleteFrom('feedOpen')
          .where(
            'encounterNo',
            'in',
            piece.map(({ encounterNo }) => encounterNo),
          )
          .execute();
        const open = piece.filter(({ waitingLines, problems }) => waitingLines > 0 || problems.length > 0);
        if (open.length > 0)
          await tx
            .insertInto('feedOpen')
            .values(
              open.map(({ encounterNo, providerNo, waitingLines, waitingFen, problems }) => ({
                encounterNo,
                providerNo,
                waitingLines,
                waitingFen: String(waitingFen),
                problems: [...problems],
              })),
            )
            .execute();
      }
    }),
});

async function* messagesOf(
  home: Home,
  journal: Pick<MessageJournal, 'read'>,
  kind: SubjectKind,
  subjectNos: readonly string[],
  now: () => Instant,
) {
  for (let at = 0; at < subjectNos.length; at += PIECE) {
    const piece = subjectNos.slice(at, at + PIECE);
    const rows = await home.db
      .selectFrom('feedSubject')
      .select(['subjectNo', 'serial'])
      .where('kind', '=', kind)
      .where('subjectNo', 'in', piece)
      .orderBy('serial')
      .execute();
    const serials = Map.groupBy(rows, ({ subjectNo }) => subjectNo);
    for (const subjectNo of piece) {
      const messages: FeedMessage[] = [];
      const lost: number[] = [];
      for (const { serial } of serials.get(subjectNo) ?? []) {
        const entry = await journal.read(Number(serial));
        if (entry && 'body' in entry) {
          messages.push(messageOf(entry.serial, entry.body));
          continue;
        }
        // it was whole when it was followed: the file was damaged since
        lost.push(Number(serial));
        if (entry) await keepDamage(home.db, entry.serial, entry.damage, now());
      }
      yield { subjectNo, messages, lost };
    }
  }
}

async function knownOf(home: Home, personNos: readonly string[], providerNos: readonly string[]) {
  const snapshot = await home.lake.snapshot();
  const seen = new Map<string, boolean>();
  const providers = new Set<string>();
  if (snapshot.version > 0 && personNos.length + providerNos.length > 0) {
    const duck = await snapshot.connect({ threads: 1, memoryLimitMb: 300 });
    const list = (values: readonly string[]) => (values.length === 0 ? "('')" : `(${values.map(literal).join(', ')})`);
    try {
      for (let at = 0; at < personNos.length; at += PIECE)
        for (const { no, told } of await duck.rows<{ no: string; told: boolean }>(
          `SELECT "personNo" AS no, sex IS NOT NULL OR "birthDay" IS NOT NULL AS told FROM person WHERE "personNo" IN ${list(personNos.slice(at, at + PIECE))}`,
        ))
          seen.set(no, told);
      for (const { no } of await duck.rows<{ no: string }>(
        `SELECT "providerNo" AS no FROM provider WHERE "providerNo" IN ${list(providerNos)}`,
      ))
        providers.add(no);
    } finally {
      duck.close();
    }
  }
  return {
    seen: (no: string) => seen.has(no),
    person: (no: string) => seen.get(no) === true,
    provider: (no: string) => providers.has(no),
  };
}

/** An extract folder beside the lake's other scratch; every table has all its columns. */
function openExtract(home: Home) {
  const parent = path.join(home.folder, 'feed');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, 'fold-'));
  const files = new Map<FeedTable, { descriptor: number; columns: readonly string[] }>();
  const fileOf = (table: FeedTable) => {
    const held = files.get(table);
    if (held) return held;
    const declared: WireTable = wireTables[table];
    const file = { descriptor: openSync(path.join(folder, `${table}.csv`), 'w', 0o600), columns: declared.columns.map(({ name }) => name) };
    writeSync(file.descriptor, `${file.columns.join(',')}\n`);
    files.set(table, file);
    return file;
  };
  const close = () => {
    for (const { descriptor } of files.values()) closeSync(descriptor);
    files.clear();
  };
  return {
    folder,
    write(table: FeedTable, rows: readonly Part[]) {
      if (rows.length === 0) return;
      const { descriptor, columns } = fileOf(table);
      writeSync(descriptor, `${rows.map((row) => columns.map((name) => csvCell(row[name] ?? '')).join(',')).join('\n')}\n`);
    },
    close,
    discard() {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
