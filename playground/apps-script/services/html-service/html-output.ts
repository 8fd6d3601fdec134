/** `HtmlService` and its outputs: pages for sidebars and dialogs. */
import { enumeration } from '../../machine/realm/enumeration.ts';
import { exception } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';
import { host, latency, spend } from '../../machine/realm/session.ts';

/** Size of a dialog without one. */
const DEFAULT_DIALOG_PIXELS = { width: 600, height: 400 };

interface HtmlState {
  readonly title: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

/** @see https://developers.google.com/apps-script/reference/html/html-output (read 2026-11-21) */
export class HtmlOutput {
  #state: HtmlState;

  constructor(html: string) {
    this.#state = { title: '', html, ...DEFAULT_DIALOG_PIXELS };
  }

  /** What is shown, for other services. */
  static stateOf(output: HtmlOutput): HtmlState {
    return output.#state;
  }

  getContent(): string {
    return this.#state.html;
  }

  setContent(html: string): this {
    return this.#change({ html });
  }

  append(html: string): this {
    return this.#change({ html: this.#state.html + html });
  }

  getTitle(): string {
    return this.#state.title;
  }

  setTitle(title: string): this {
    return this.#change({ title });
  }

  getWidth(): number {
    return this.#state.width;
  }

  setWidth(width: number): this {
    return this.#change({ width });
  }

  getHeight(): number {
    return this.#state.height;
  }

  setHeight(height: number): this {
    return this.#change({ height });
  }

  /** Does nothing any more. @see https://developers.google.com/apps-script/guides/html/restrictions (read 2026-11-21) */
  setSandboxMode(_mode: unknown): this {
    return this;
  }

  addMetaTag(name: string, content: string): this {
    const allowed = ['viewport', 'mobile-web-app-capable', 'apple-mobile-web-app-capable', 'google-site-verification'];
    if (!allowed.includes(name)) throw exception(`The specified meta tag cannot be used in this context.`);
    return this.#change({ html: `<meta name="${name}" content="${content}">${this.#state.html}` });
  }

  #change(change: Partial<HtmlState>): this {
    this.#state = { ...this.#state, ...change };
    return this;
  }
}

/** What an output shows. */
export const shownHtmlOf = HtmlOutput.stateOf;

/** @see https://developers.google.com/apps-script/reference/html/html-service (read 2026-11-21) */
export class HtmlService {
  readonly SandboxMode = enumeration('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);
  readonly XFrameOptionsMode = enumeration('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);

  createHtmlOutput(html = ''): HtmlOutput {
    return new HtmlOutput(html);
  }

  createHtmlOutputFromFile(fileName: string): HtmlOutput {
    return new HtmlOutput(readHtmlFile(fileName));
  }
}

function readHtmlFile(fileName: string): string {
  spend(latency().fileReadMs);
  const html = host().htmlFiles[fileName.replace(/\.html$/, '')];
  if (html === undefined) throw exception(`No HTML file named ${fileName} was found.`);
  return html;
}

defineService(HtmlOutput, 'HtmlOutput', 'HtmlService.HtmlOutput', {
  getContent: [''],
  setContent: ['String'],
  append: ['String'],
  getTitle: [''],
  setTitle: ['String'],
  getWidth: [''],
  setWidth: ['number'],
  getHeight: [''],
  setHeight: ['number'],
  setSandboxMode: ['any'],
  addMetaTag: ['String,String'],
});

defineService(HtmlService, 'HtmlService', 'HtmlService', {
  createHtmlOutput: ['', 'String'],
  createHtmlOutputFromFile: ['String'],
});
