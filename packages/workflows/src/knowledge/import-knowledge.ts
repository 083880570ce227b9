import { type LineagePlace, placeInLineages, type ReadingAids } from '@hengjian/catalog/knowledge/index.ts';
import type { Instant, Issue, Outcome } from '@hengjian/domain';
import { Accounting, type KnowledgeAccount, type KnowledgeChange, type RowFate } from './account.ts';
import type { KnowledgeStore, KnowledgeWriting, NewVersion, PointPlace, StandingPoint, TouchedPoint } from './ports.ts';
import {
  type FileRow,
  idHash,
  idOf,
  type KnowledgePiece,
  type KnowledgeStream,
  piecesOf,
  type ReadRow,
  readRows,
  repeatedIds,
} from './read-rows.ts';
import { versionsOf } from './versions.ts';

export interface KnowledgeImport {
  files: readonly (({ file: string } & KnowledgePiece) | KnowledgeStream)[];
  aids?: ReadingAids;
  by: string;
  now: Instant;
  /** Starter knowledge: points that are already there stay as they are, whatever the file says. */
  shipped?: boolean;
  /** Say what would change, and change nothing. */
  preview?: boolean;
  /** Rows taken so far. */
  progress?: (rows: number) => void;
}

/** Rows that are looked at together. */
const AT_ONCE = 5_000;
/** Broken rows that are told one by one; beyond them they are only counted. */
const MOST_ISSUES = 10_000;

/**
 * Takes knowledge files into the library. Broken rows are reported and left out, all others are written in one transaction.
 * Refused, with nothing written: a damaged file, or no row that could be read. The same again changes nothing; the same id
 * with other content is a new version, the old one is kept. Memory follows the pieces of a file, not the file.
 */
export async function importKnowledge(store: KnowledgeStore, given: KnowledgeImport): Promise<Outcome<KnowledgeAccount>> {
  const again = await repeatedIds(given.files);
  const head = { by: given.by, at: given.now, files: given.files.map(({ file }) => file) };
  return store.importing<Outcome<KnowledgeAccount>>(head, async (writing) => {
    const taking = new Taking(store, writing, given);
    // rows of an id that comes more than once are looked at together, at the end
    const late: FileRow[] = [];
    const now: FileRow[] = [];
    for (const { file, ...source } of given.files)
      for await (const { rows, issues, damaged } of piecesOf(source)) {
        taking.told(issues);
        taking.damaged ||= damaged;
        for (const row of rows) (again.has(idHash(row)) ? late : now).push({ file, row });
        if (now.length >= AT_ONCE) await taking.take(now.splice(0));
      }
    await taking.take([...now, ...late]);
    if (taking.damaged || taking.rows === 0) return { keep: false, value: { ok: false, issues: taking.issues } };
    const value = await taking.account();
    return { keep: !given.preview, value: { ok: true, value, issues: taking.issues } };
  });
}

/** One import, piece after piece. */
class Taking {
  readonly issues: Issue[] = [];
  damaged = false;
  /** Rows that could be read. */
  rows = 0;
  #rejected = 0;
  readonly #accounting = new Accounting();
  readonly #changes: KnowledgeChange[] = [];
  readonly #store: KnowledgeStore;
  readonly #writing: KnowledgeWriting;
  readonly #given: KnowledgeImport;

  constructor(store: KnowledgeStore, writing: KnowledgeWriting, given: KnowledgeImport) {
    this.#store = store;
    this.#writing = writing;
    this.#given = given;
  }

  told(issues: readonly Issue[]): void {
    for (const issue of issues) {
      if (issue.severity === 'error') this.#rejected += 1;
      if (this.issues.length < MOST_ISSUES) this.issues.push(issue);
    }
  }

  async take(given: readonly FileRow[]): Promise<void> {
    const [store, writing, { shipped = false, preview, progress }] = [this.#store, this.#writing, this.#given];
    const issues: Issue[] = [];
    const rows = readRows(given, this.#given.aids, issues);
    this.told(issues);
    this.rows += rows.length;
    // a damaged file is read to its end for what else is wrong with it
    if (rows.length === 0 || this.damaged) return;
    const standing = new Map((await writing.standing([...new Set(rows.map(idOf))])).map((point) => [point.id, point]));
    await setAsideUnknownCodes(store, rows);
    const before = new Map(standing);
    const { versions, fates } = versionsOf(rows, standing, shipped);
    const last = new Map(rows.map((row) => [idOf(row), row]));
    const touched: TouchedPoint[] = [];
    for (const [i, row] of rows.entries()) {
      const { point } = row.structured;
      const change = fates[i] as RowFate['change'];
      this.#accounting.meet(point);
      // a later row of the same id counts
      if (last.get(point.id) !== row) this.#accounting.count({ point, state: 'superseded', reason: null, change });
      else touched.push({ id: point.id, change, ruleCode: point.ruleCode, ruleName: point.ruleName, file: row.file, row: row.row });
    }
    // what an older version stood in the place of may have its place back
    const left = versions.flatMap(({ point }) => before.get(point.id)?.supersedes ?? []);
    touched.push(...left.map((id) => ({ id, change: null, ruleCode: null, ruleName: null, file: '', row: 0 })));
    if (preview) this.#changes.push(...(await changesOf(store, versions, before)));
    await writing.write(versions);
    await writing.touch(touched);
    progress?.(this.rows);
  }

  /** Places everything that was touched, and says what became of the rows. */
  async account(): Promise<KnowledgeAccount> {
    let lineageIssueCount = 0;
    for await (const touched of this.#writing.touched()) {
      const own = new Map(touched.map((one) => [one.id, one]));
      const linked = await this.#writing.linked([...own.keys()]);
      const { places, issues } = placeInLineages(linked);
      const placed = new Map(linked.map((point) => [point.id, placeOf(point, places.get(point.id) as LineagePlace)]));
      await this.#writing.place([...placed.values()]);
      for (const { code, id, facts } of issues) {
        const at = own.get(id);
        if (!at) continue;
        lineageIssueCount += 1;
        if (at.change) this.told([{ code: `knowledge.${code}`, severity: 'warning', file: at.file, row: at.row, facts }]);
      }
      for (const { id, change, ruleCode, ruleName } of touched) {
        const place = placed.get(id);
        if (change && place) this.#accounting.count({ point: { ruleCode, ruleName }, state: place.state, reason: place.reason, change });
      }
    }
    const account = this.#accounting.result(this.#rejected, lineageIssueCount);
    return this.#given.preview ? { ...account, changes: this.#changes } : account;
  }
}

/** A row none of whose codes the catalogue in force has waits for a person; some unknown codes among others do no harm. */
async function setAsideUnknownCodes(store: KnowledgeStore, rows: ReadRow[]): Promise<void> {
  const judged = ({ structured }: ReadRow) =>
    structured.codes.filter(({ role }) => role === 'code' || role === 'included').map(({ code }) => code);
  const missing = await store.codesMissing([...new Set(rows.flatMap(judged))]);
  if (missing.size === 0) return;
  for (const row of rows) {
    const codes = judged(row);
    if (row.structured.reason === null && codes.length > 0 && codes.every((code) => missing.has(code)))
      row.structured = {
        ...row.structured,
        params: null,
        reason: { code: 'codesUnknown', facts: { codes: codes.slice(0, 3).join('、') } },
      };
  }
}

/** What an import would add or change, beside what stands now. */
async function changesOf(
  store: KnowledgeStore,
  versions: readonly NewVersion[],
  before: ReadonlyMap<string, StandingPoint>,
): Promise<KnowledgeChange[]> {
  const ids = [...new Set(versions.map(({ point }) => point.id))];
  const published = new Map((await store.published(ids.filter((id) => before.has(id)))).map((old) => [old.point.id, old]));
  const missing = await store.codesMissing([...new Set(versions.flatMap(({ point }) => point.codes))]);
  const newest = new Map(versions.map((version) => [version.point.id, version]));
  return ids.map((id) => {
    const { point, ruleKey, params, reason } = newest.get(id) as NewVersion;
    const old = published.get(id);
    const codes = old ? new Set(old.point.codes) : undefined;
    return {
      id,
      change: old ? 'changed' : 'added',
      ruleKey,
      ruleName: point.ruleName ?? point.ruleCode ?? '',
      subject: point.subject ?? '',
      constraint: point.constraint ?? '',
      params,
      reason,
      supersedes: point.supersedes,
      before: old ? { constraint: old.point.constraint ?? '', params: old.params } : null,
      codesAdded: codes ? point.codes.filter((code) => !codes.has(code)) : point.codes,
      codesGone: old ? old.point.codes.filter((code) => !point.codes.includes(code)) : [],
      codesUnknown: point.codes.filter((code) => missing.has(code)),
    };
  });
}

/** Where a point stands, from its own newest version and its place in the lineage. */
export function placeOf(point: StandingPoint, place: LineagePlace): PointPlace {
  const reason = point.reason ?? place.reason;
  const usable = point.params !== null && reason === null && place.inForce;
  return {
    pointId: point.id,
    version: point.version,
    state: place.supersededBy ? 'superseded' : reason ? 'waiting' : 'active',
    lineage: place.lineage,
    inForceFrom: place.inForceFrom,
    inForceTo: place.inForceTo,
    usable,
    supersededBy: place.supersededBy,
    reason,
  };
}
