// What each panel of a page about one of them is given.
import type { PracticeKind } from '@hengjian/domain';
import type { PracticePageJson } from '@hengjian/server/schemas/practice.ts';

export interface Of {
  readonly kind: PracticeKind;
  readonly data: PracticePageJson;
}
