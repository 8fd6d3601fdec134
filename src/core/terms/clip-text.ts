/** Shortens texts that come from outside to what a cell or a sentence can hold. */

/** The text, or as many of its first sentences as fit; where not even the first does, its beginning. */
export function clipSentences(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = text.lastIndexOf('. ', longest - 1);
  return end === -1 ? clipText(text, longest) : text.slice(0, end + 1);
}

/** The text, or its beginning and `…` in at most `longest` UTF-16 units; no character is cut in half. */
export function clipText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
