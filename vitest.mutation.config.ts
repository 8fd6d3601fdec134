import { defineConfig } from 'vitest/config';

/** The tests that mutants of engine, actions, own cells and platform must fail: those that import them, not those that run `dist/`. */
export default defineConfig({
  test: {
    include: ['test/core/{engine,actions,own-cells,platform}/**/*.test.ts'],
    testTimeout: 30_000,
    // Loading what a test imports costs more than the test: the files of one run load it together.
    isolate: false,
    // A law is tried for every mutant that it covers; what a few sequences do not notice, hundreds seldom do.
    env: { LISTING_SYNC_SEQUENCES: '10' },
  },
});
