/** `RichTextValue`: a cell's text with the link on the whole of it. */
import { defineService } from '../service.ts';

/** @see https://developers.google.com/apps-script/reference/spreadsheet/rich-text-value (read 2026-11-21) */
export class RichTextValue {
  readonly #text: string;
  readonly #url: string;

  constructor(text: string, url: string) {
    this.#text = text;
    this.#url = url;
  }

  getText(): string {
    return this.#text;
  }

  /** `null` when there is no link, or more than one. */
  getLinkUrl(): string | null {
    return this.#url === '' ? null : this.#url;
  }

  getRuns(): RichTextValue[] {
    return [new RichTextValue(this.#text, this.#url)];
  }
}

defineService(RichTextValue, 'RichTextValue', 'SpreadsheetApp.RichTextValue', {
  getText: [''],
  getLinkUrl: [''],
  getRuns: [''],
});
