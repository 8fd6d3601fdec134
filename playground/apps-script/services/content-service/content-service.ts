/** `ContentService`: text that a web app answers with. */

import { type EnumValue, enumeration } from '../../machine/realm/enumeration.ts';
import { defineService } from '../../machine/realm/service.ts';

/** @see https://developers.google.com/apps-script/reference/content/mime-type (read 2026-11-21) */
const MimeType = enumeration('MimeType', ['ATOM', 'CSV', 'ICAL', 'JAVASCRIPT', 'JSON', 'RSS', 'TEXT', 'VCARD', 'XML']);

type MimeTypeName = keyof typeof MimeType;

/** What a browser is told. @see https://developers.google.com/apps-script/guides/content-service (read 2026-11-21) */
const MEDIA_TYPES: Readonly<Record<MimeTypeName, string>> = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'application/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/vcard',
  XML: 'application/xml',
};

interface TextState {
  readonly content: string;
  readonly mimeType: MimeTypeName;
}

/** @see https://developers.google.com/apps-script/reference/content/text-output (read 2026-11-21): no status, no headers. */
export class TextOutput {
  #state: TextState;

  constructor(content: string) {
    this.#state = { content, mimeType: 'TEXT' };
  }

  /** The content and its type as a browser is told it. */
  static stateOf(output: TextOutput): { readonly content: string; readonly mediaType: string } {
    const { content, mimeType } = output.#state;
    return { content, mediaType: MEDIA_TYPES[mimeType] };
  }

  append(addedContent: string): this {
    return this.setContent(this.#state.content + addedContent);
  }

  clear(): this {
    return this.setContent('');
  }

  getContent(): string {
    return this.#state.content;
  }

  setContent(content: string): this {
    this.#state = { ...this.#state, content };
    return this;
  }

  getMimeType(): EnumValue<MimeTypeName> {
    return MimeType[this.#state.mimeType];
  }

  setMimeType(mimeType: EnumValue<MimeTypeName>): this {
    this.#state = { ...this.#state, mimeType: mimeType.name() };
    return this;
  }
}

/** @see https://developers.google.com/apps-script/reference/content/content-service (read 2026-11-21) */
export class ContentService {
  readonly MimeType = MimeType;

  createTextOutput(content = ''): TextOutput {
    return new TextOutput(content);
  }
}

defineService(TextOutput, 'TextOutput', 'ContentService.TextOutput', {
  append: ['String'],
  clear: [''],
  getContent: [''],
  setContent: ['String'],
  getMimeType: [''],
  setMimeType: ['MimeType'],
});

defineService(ContentService, 'ContentService', 'ContentService', { createTextOutput: ['', 'String'] });
