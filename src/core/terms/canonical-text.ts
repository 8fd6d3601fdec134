/** Writes a value as text that is the same for the same value, in whatever order its members were set. */

/**
 * JSON with sorted members.
 *
 * @param without A member that does not count, wherever it stands.
 */
export function canonicalText(value: unknown, without = ''): string {
  return JSON.stringify(value, (name, member: unknown) => {
    if (name === without && name !== '') return undefined;
    const isObject = typeof member === 'object' && member !== null && !Array.isArray(member);
    return isObject ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member;
  });
}
