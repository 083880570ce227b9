import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'conformance/**/*.test.ts', 'benches/**/*.test.ts'],
    // Tests start real stores and browsers on two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Standard is one second, which a busy machine takes to draw a page.
    expect: { poll: { timeout: 30_000 } },
    // A busy machine is not what these are about; the tests of the deadline set their own.
    env: { HENGJIAN_AUDIT_DEADLINE_MS: '30000' },
  },
});
