// What every command gets: where the stores live, in which language to speak, and how to print.
import path from 'node:path';
import type { Language } from '@hengjian/domain';

export interface CliContext {
  /** Absolute path of the home folder (`--home`, HENGJIAN_HOME, ./.hengjian). */
  home: string;
  language: Language;
  /** A terminal is attached: progress bars make sense. */
  interactive: boolean;
}

export const contextOf = (options: { home?: string; lang?: string }): CliContext => ({
  home: path.resolve(options.home ?? process.env.HENGJIAN_HOME ?? '.hengjian'),
  language: options.lang === 'en' ? 'en' : 'zh',
  interactive: process.stderr.isTTY === true,
});
