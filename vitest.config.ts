import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**', 'node_modules/**'],
    testTimeout: 120_000,
    // Files share what they import: loading it anew for each took four fifths of the time of the core's tests.
    // So a test puts back whatever it changes in a global.
    isolate: false,
    maxWorkers: '100%',
  },
});
