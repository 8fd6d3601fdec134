/** The types of find-browser.mjs, which runs before anything is installed that could read types. */

/** Finds an installed Chromium; `undefined` when there is none that starts. */
export declare function findBrowser(): string | undefined;
