import type { Instant } from '@hengjian/domain';
import type { Home } from '@hengjian/store';
import type { LakeReader } from './lake-reader.ts';
import type { Names } from './names.ts';

/** What routes get. */
export interface Services {
  home: Home;
  lake: LakeReader;
  names: Names;
  now(): Instant;
}
