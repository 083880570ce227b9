import type { Instant } from '@hengjian/domain';
import type { Home } from '@hengjian/store';
import type { SignOnDesk } from './account/sign-on.ts';
import type { AnalysisDesk } from './analysis-desk.ts';
import type { CaptchaDesk } from './complaint/captcha.ts';
import type { JobRunner } from './jobs/runner.ts';
import type { LakeReader } from './lake-reader.ts';
import type { Names } from './names.ts';

/** What routes get. */
export interface Services {
  home: Home;
  lake: LakeReader;
  analysis: AnalysisDesk;
  names: Names;
  runner: JobRunner;
  /** The word that a process of this machine shows to hand in work. */
  token: string;
  captchas: CaptchaDesk;
  /** The way to the bureau's identity server; null: there is none. */
  signOn: SignOnDesk | null;
  now(): Instant;
}
