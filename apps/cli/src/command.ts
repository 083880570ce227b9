import type { Command } from 'commander';
import type { CliContext } from './context.ts';

/** One verb: a file of `commands/` whose default export adds itself to the program. `context` is read when the command runs. */
export type AddCommand = (program: Command, context: () => CliContext) => void;

/** Ends a command with exit code 1 (a refusal or failed check) after its sentences were printed. */
export class Refused extends Error {}
