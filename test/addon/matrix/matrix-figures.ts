/** Keeps how large a matrix was with its test, so that a report can quote it: the JSON reporter prints it as `meta`. */
import type { TestContext } from 'vitest';

/** Counts by what was counted. */
export type MatrixFigures = Readonly<Record<string, number>>;

declare module 'vitest' {
  interface TaskMeta {
    matrix?: MatrixFigures;
  }
}

/** Notes figures with the test that is running. */
export function noteFigures({ task }: Pick<TestContext, 'task'>, figures: MatrixFigures): void {
  task.meta.matrix = figures;
}
