import { defineConfig } from 'vitest/config';

/** The tests that mutants of `src/core/run` and `src/core/api` must fail: those that import them, not those that run `dist/`. */
export default defineConfig({
  test: { include: ['test/core/run/**/*.test.ts', 'test/core/api/**/*.test.ts'], testTimeout: 30_000 },
});
