// Refusals: sentences with their places, as JSON where asked.
import { type Issue, type Language, sayIssue, sentences } from '@hengjian/domain';
import { Refused } from './command.ts';

export const said = (issues: readonly Issue[], language: Language) =>
  issues.map((issue) => ({ ...issue, message: sayIssue(issue, sentences, language) }));

/** Ends the command with exit code 1. */
export function refuse(issues: readonly Issue[], json: boolean | undefined, language: Language): never {
  const all = said(issues, language);
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, issues: all }, null, 2)}\n`);
  throw new Refused(all.map((issue) => issue.message).join('\n'));
}

/** Seconds of the wall clock. */
export const wallClock = (): number => Math.floor(Date.now() / 1000) - new Date().getTimezoneOffset() * 60;

/** Who acts where nobody is signed in: the name of the machine's user is not asked for. */
export const actor = (options: { by?: string }): string => options.by ?? '命令行';

export const printJson = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
