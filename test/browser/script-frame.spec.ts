/** `google.script` in the sidebar's frame works as at Google, and the frame is shut in. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Runs an expression in the sidebar's frame, with `run` as a promise around `google.script.run`. */
async function inFrame(page: Page, expression: string): Promise<unknown> {
  const frame = page.frames().find((candidate) => candidate.url().includes('/frame/'));
  return frame?.evaluate(`(() => {
    const run = (name, ...args) => new Promise((resolve, reject) =>
      google.script.run.withSuccessHandler(resolve).withFailureHandler(reject)[name](...args));
    return (${expression});
  })()`);
}

test.describe('google.script.run', () => {
  test('hands the answer to the success handler together with the user object', async ({ page }) => {
    const answer = await inFrame(
      page,
      `new Promise((resolve) => google.script.run
        .withUserObject('mine')
        .withSuccessHandler((value, mine) => resolve([value.ok, mine]))
        .getOverview())`,
    );
    expect(answer).toEqual([true, 'mine']);
  });

  test('every verb answers with a new runner and leaves the old one as it was', async ({ page }) => {
    expect(await inFrame(page, 'google.script.run.withUserObject(1) !== google.script.run')).toBe(true);
  });

  test('refuses what cannot be sent and names the argument', async ({ page }) => {
    for (const [what, value] of [
      ['a date', 'new Date()'],
      ['a function', '() => 1'],
      ['a date deep inside', '{ a: [{ b: new Date() }] }'],
      ['a map', 'new Map()'],
      ['an element', 'document.body'],
      ['a circle', '(() => { const a = {}; a.a = a; return a; })()'],
    ]) {
      const refusal = `run('checkRows', ${value}).catch((error) => error.message)`;
      expect.soft(await inFrame(page, refusal), what).toBe('Failed due to illegal value in property: 0');
    }
  });

  test('offers the functions of the add-on and no others', async ({ page }) => {
    expect(
      await inFrame(page, `['getOverview', 'openSidebar', 'noSuchThing'].map((name) => name in google.script.run)`),
    ).toEqual([true, true, false]);
  });
});

test.describe('The frame of the sidebar', () => {
  test('cannot reach into the page around it', async ({ page }) => {
    const reach = `(() => { try { return window.parent.document.title; } catch (error) { return error.name; } })()`;
    expect(await inFrame(page, reach)).toBe('SecurityError');
  });

  test('loads nothing from outside', async ({ page }) => {
    const resources = `performance.getEntriesByType('resource').map(({ name }) => name)`;
    expect(await inFrame(page, resources)).toEqual([]);
  });
});
