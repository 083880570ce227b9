// What the rule commands share: a home for the time of one command, files, days, and who acts.
import { existsSync, readFileSync } from 'node:fs';
import { type Issue, type Language, type Outcome, parseDay } from '@hengjian/domain';
import { rulePortsOf } from '@hengjian/server';
import { type Home, openHome } from '@hengjian/store';
import type { Act, RulePorts } from '@hengjian/workflows';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson, refuse, said, wallClock } from '../refuse.ts';

export interface ActOptions {
  by: string;
  why: string;
  json?: boolean;
}

export const actOf = ({ by, why }: ActOptions): Act => ({ by, why, at: wallClock() });

/** Opens the home, does the work, closes it. */
export async function withHome<T>(context: CliContext, work: (home: Home, ports: RulePorts) => Promise<T>): Promise<T> {
  const home = await openHome(context.home);
  try {
    return await work(home, rulePortsOf(home));
  } finally {
    await home.close();
  }
}

/** Prints a value as JSON or as text; a refusal ends the command. */
export function answer<T>(
  outcome: Outcome<T>,
  { json }: { json?: boolean | undefined },
  language: Language,
  text: (value: T) => string,
): void {
  if (!outcome.ok) refuse(outcome.issues, json, language);
  if (json) printJson({ ok: true, ...(outcome.value as object) });
  else process.stdout.write(`${text(outcome.value)}\n`);
}

/** The sentences of problems that do not refuse. */
export const problemLines = (issues: readonly Issue[], language: Language): string[] =>
  said(issues, language).map((issue) => `  - ${issue.message}`);

/** A JSON file's content; a clear sentence where it is missing or no JSON. */
export function readJson(file: string): unknown {
  if (!existsSync(file)) throw new Refused(`${file}：没有这个文件`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refused(`${file}：不是 JSON(${error instanceof Error ? error.message : String(error)})`);
  }
}

/** A day of the command line; ends the command where it is none. */
export function dayOption(text: string | undefined, json: boolean | undefined, language: Language): number | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) refuse([{ code: 'review.badDate', severity: 'error', facts: { text } }], json, language);
  return day;
}

export function editionNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Refused(`版本号应为整数：${text}`);
  return Number(text);
}

/** The edition named, else the newest in one of these states, else the newest. */
export async function chosenEdition(
  ports: RulePorts,
  ruleId: string,
  given: string | undefined,
  states: readonly string[],
): Promise<number> {
  const number = editionNumber(given);
  if (number !== undefined) return number;
  const editions = await ports.book.editions(ruleId);
  return (editions.find((e) => states.includes(e.state)) ?? editions[0])?.edition ?? 1;
}
