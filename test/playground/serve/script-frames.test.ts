/** The add-on's HTML as the playground serves it. */
import { describe, expect, test } from 'vitest';
import { callableFunctions, createScriptFrames } from '../../../playground/serve/script-frames.ts';

describe('callableFunctions', () => {
  test('are the top-level functions that do not end in an underscore', () => {
    const code = [
      'var addOn = (() => {',
      '  function inner() {}',
      '})();',
      'function onOpen(...args) { return addOn.onOpen(...args); }',
      'async function startRun(request) {}',
      'function secret_() {}',
    ].join('\n');
    expect(callableFunctions(code)).toEqual(['onOpen', 'startRun']);
  });
});

describe('createScriptFrames', () => {
  const setup = { functionNames: ['getOverview'] };

  test('puts google.script before every script of the document', () => {
    const frames = createScriptFrames('provide(google);', setup);
    const { frameId } = frames.show('sidebar', 'Listing Sync', '<!doctype html><html><head><script>run()</script>');
    expect(frames.documentOf(frameId)).toBe(
      '<!doctype html><html><head><script>const FRAME_SETUP = {"functionNames":["getOverview"]};</script>' +
        '<script>provide(google);</script><script>run()</script>',
    );
  });

  test('keeps the doctype first where there is no head, so that the frame is not drawn in quirks mode', () => {
    const frames = createScriptFrames('x', setup);
    const { frameId } = frames.show('modal', 'Confirm', '<!doctype html><p>Hello</p>', { width: 300, height: 200 });
    expect(frames.documentOf(frameId)).toMatch(/^<!doctype html><script>.*<\/script><p>Hello<\/p>$/);
  });

  test('a new sidebar takes the place of the old one', () => {
    const frames = createScriptFrames('x', setup);
    const first = frames.show('sidebar', 'Listing Sync', 'one');
    const second = frames.show('sidebar', 'Listing Sync', 'two');
    expect(frames.documentOf(first.frameId)).toBeUndefined();
    expect(frames.current('sidebar')).toEqual(second);
    frames.hide('sidebar');
    expect(frames.documentOf(second.frameId)).toBeUndefined();
  });
});
