import { defineConfig } from 'vitest/config';

/** The tests that mutants of engine, actions, own cells and platform must fail: those that import them, not those that run `dist/`. */
export default defineConfig({
  test: { include: ['test/core/{engine,actions,own-cells,platform}/**/*.test.ts'], testTimeout: 30_000 },
});
