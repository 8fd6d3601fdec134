/** Keeps the HTML the add-on shows and serves it as Google does: in a frame of its own, with `google.script` inside. */
import { randomUUID } from 'node:crypto';
import type { ScriptFrame } from './wire.ts';

/** What is on screen. Only one sidebar and one modal dialog exist at a time. */
export interface ScriptFrames {
  show(kind: 'sidebar' | 'modal', title: string, html: string, size?: ScriptFrame['size']): ScriptFrame;
  hide(kind: 'sidebar' | 'modal'): void;
  current(kind: 'sidebar' | 'modal'): ScriptFrame | null;
  /** The document of a frame that is on screen, `undefined` for any other. */
  documentOf(frameId: string): string | undefined;
}

/** What the frame's script needs to know, handed over as JSON in the document. */
export interface FrameSetup {
  /** The functions `google.script.run` offers. */
  readonly functionNames: readonly string[];
}

/**
 * The sandbox of HtmlService frames. Google adds `allow-same-origin` on a host of its own; here it would make the frame
 * the same origin as the page, so it is left out and the frame gets an origin nobody shares.
 *
 * @see https://developers.google.com/apps-script/guides/html/restrictions (read 2026-11-21).
 */
export const FRAME_SANDBOX =
  'allow-scripts allow-forms allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

/** Creates frames for HTML whose `google.script` is played by `frameScript`. */
export function createScriptFrames(frameScript: string, setup: FrameSetup): ScriptFrames {
  const shown = new Map<'sidebar' | 'modal', { frame: ScriptFrame; html: string }>();
  return {
    show(kind, title, html, size) {
      const frame = { frameId: randomUUID(), title, ...(size && { size }) };
      shown.set(kind, { frame, html });
      return frame;
    },
    hide: (kind) => void shown.delete(kind),
    current: (kind) => shown.get(kind)?.frame ?? null,
    documentOf(frameId) {
      const found = [...shown.values()].find(({ frame }) => frame.frameId === frameId);
      return found && injectScripts(found.html, [`const FRAME_SETUP = ${JSON.stringify(setup)};`, frameScript]);
    },
  };
}

/**
 * Names of the top-level functions a browser may call: not those that end in `_`.
 *
 * @see https://developers.google.com/apps-script/guides/html/communication#private_functions (read 2026-11-21).
 */
export function callableFunctions(code: string): readonly string[] {
  return [...code.matchAll(/^(?:async )?function ([A-Za-z$][\w$]*)\s*\(/gm)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== '' && !name.endsWith('_'));
}

/** Puts scripts before everything else of the document, so that `google.script` exists when the add-on's code starts. */
function injectScripts(html: string, scripts: readonly string[]): string {
  const tags = scripts.map((script) => `<script>${script.replace(/<\/(script)/gi, '<\\/$1')}</script>`).join('');
  const opening = /<head[^>]*>|<html[^>]*>|<!doctype[^>]*>/gi;
  const best = html.match(/<head[^>]*>/i)?.[0] ?? html.match(opening)?.at(-1);
  return best === undefined ? `${tags}${html}` : html.replace(best, () => `${best}${tags}`);
}
