// The five published documents through a whole year, by the workflows: every step taken, every number scored, the report read back.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readDocument } from '@hengjian/documents';
import { planStateOf } from '@hengjian/domain';
import { type Home, openHome, planStoreOf } from '@hengjian/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { throughTheYear } from './year.ts';

const seeds = path.join(process.env.HENGJIAN_SHARED ?? path.resolve(import.meta.dirname, '../../../shared'), 'data/seeds');
if (!existsSync(seeds)) console.log(`skipped: the published documents are not at ${seeds} (set HENGJIAN_SHARED)`);

/** By eye: year of the targets, rows of the document. */
const published = [
  ['2021-linxiang-self-evaluation-report.txt', 2022],
  ['2021-xiangtan-overall-targets.txt', 2021],
  ['2022-xiushan-overall-and-project-targets.txt', 2022],
  ['2023-shangrao-transfer-notice-and-targets.txt', 2023],
  ['2024-zhanjiang-overall-and-project-targets.txt', 2024],
] as const;

describe.skipIf(!existsSync(seeds))('the whole year of each', () => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-years-'));
  let home: Home;
  beforeAll(async () => {
    home = await openHome(path.join(scratch, 'home'));
  }, 120_000);
  afterAll(async () => {
    await home?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  test.each(published)(
    '%s',
    async (file, year) => {
      const { planId, document, findings, evaluation, monitoring, report, unfit } = await throughTheYear(
        home,
        readFileSync(path.join(seeds, file)),
        file,
        year,
      );
      const rows = document.projects.reduce((sum, project) => sum + project.indicators.length, 0);
      expect(evaluation.summary.indicators).toBe(rows);
      expect(planStateOf(await planStoreOf(home.db).eventsOf(planId))).toBe('closed');
      // Nothing scored beyond its weight; the sum of a form is the sum of its rows and the execution.
      for (const { indicators, executionScore, total } of evaluation.projects) {
        const scores = indicators.flatMap(({ score }) => (score.score === null ? [] : [score.score]));
        for (const { score } of indicators) if (score.score !== null) expect(score.score).toBeLessThanOrEqual((score.weight ?? 0) + 1e-9);
        const sum = scores.reduce((a, b) => a + b, 0) + (executionScore.score ?? 0);
        expect(Math.abs(total.known - sum)).toBeLessThan(0.02);
      }
      // The report holds each row with the points it was given.
      const back = await readDocument(report, '自评报告.docx');
      if (!back.ok) throw new Error(JSON.stringify(back.issues));
      const told = back.value.document.projects.flatMap((project) => project.indicators.map(({ name, score }) => `${name}|${score ?? ''}`));
      const meant = evaluation.projects.flatMap((one) =>
        one.indicators.map(
          ({ indicator, score }) => `${indicator.name}|${score.score === null ? '' : Math.round(score.score * 100) / 100}`,
        ),
      );
      expect(meant.filter((row) => !told.includes(row)).slice(0, 5)).toEqual([]);
      // Against publishing it speaks only what the targets themselves contradict; what the report adds is in order and names nobody.
      const inherited = new Set(findings.map(({ code }) => code));
      const own = ['PERSONAL_DATA', 'HTML_REST', 'TEMPLATE_TEXT', 'SCORE_SUM', 'SCORE_FIT', 'GRADE_FIT', 'REASON_MISSING', 'YEAR_CONFLICT'];
      expect(
        unfit.filter(({ code }) => own.includes(code) || !inherited.has(code)).map(({ code, message }) => `${code} ${message}`),
      ).toEqual([]);
      const form = await readDocument(monitoring, '监控表.docx');
      expect(form.ok && form.value.document.projects.reduce((sum, project) => sum + project.indicators.length, 0)).toBe(rows);
    },
    120_000,
  );
});
