/** Tells how much processor time a piece of work takes; a busy machine makes work wait, but hardly makes it more. */

/** Processor time of the whole process during the work, in milliseconds. */
export function cpuMsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
