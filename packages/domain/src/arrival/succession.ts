/** 机构更名合并: from which day on an institution is not what it was, from the register. */
import type { RegisterEntry } from '../register/register.ts';
import type { Day } from '../time.ts';

export const PROVIDER_SUCCESSIONS = 'provider-successions';

export interface Succession {
  readonly providerNo: string;
  readonly on: Day;
}

/** Another name alone changes nothing that is counted. */
export const successionsOf = (entries: readonly RegisterEntry[]): Succession[] =>
  entries.flatMap(({ registerId, occurredOn, values: { providerNo, kind } }) =>
    registerId === PROVIDER_SUCCESSIONS && typeof providerNo === 'string' && kind !== 'renamed' ? [{ providerNo, on: occurredOn }] : [],
  );

/** Whether the institution became another after `from`, at the latest on `to`. */
export const succeeded = (all: readonly Succession[], providerNo: string, from: Day, to: Day): boolean =>
  all.some((one) => one.providerNo === providerNo && from < one.on && one.on <= to);
