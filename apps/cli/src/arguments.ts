// Values of options as commands read them; what cannot be read is wrong usage (exit code 2).
import { type Day, parseDay } from '@hengjian/domain';
import { InvalidArgumentError } from 'commander';

/** A date as people write it, 2025-01-01 or 20250101. */
export function dayArgument(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new InvalidArgumentError('应为日期，如 2025-01-01');
  return day;
}
