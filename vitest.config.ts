import { defineConfig } from 'vitest/config';

/** The matrices of kills, faults and mutations take minutes; they run when asked for. */
const matrices = process.env.LISTING_SYNC_MATRIX === undefined ? ['test/addon/matrix/**'] : [];

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**', 'node_modules/**', ...matrices],
    testTimeout: 30_000,
  },
});
