import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Minutes each, whatever their size as files: begun last, they would keep one core waiting at the end. */
const LONG = [
  'conformance/src/agreement',
  'conformance/src/rules',
  'conformance/console/performance-year',
  'conformance/console/supervision-story',
  'conformance/src/daily',
  'conformance/src/laws',
  'conformance/src/feed-kill',
  'conformance/src/stop',
].map((name) => `/${name}.test.ts`);

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((end) => moduleId.endsWith(end));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'conformance/**/*.test.ts', 'benches/**/*.test.ts'],
    // Tests start real stores and browsers on two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // Standard is one second, which a busy machine takes to draw a page.
    expect: { poll: { timeout: 30_000 } },
    // A busy machine is not what these are about; the tests of the deadline set their own.
    env: { HENGJIAN_AUDIT_DEADLINE_MS: '30000' },
  },
});
