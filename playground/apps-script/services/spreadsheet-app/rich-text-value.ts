/** `RichTextValue`: a cell's text with the link and the style of the whole of it, its style, and their builders. */
import { exception } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';

/** @see https://developers.google.com/apps-script/reference/spreadsheet/text-style (read 2026-11-21) */
export class TextStyle {
  readonly #isBold: boolean | null;

  constructor(isBold: boolean | null) {
    this.#isBold = isBold;
  }

  /** Whether a style makes bold, for other services. */
  static isBoldIn(style: TextStyle): boolean {
    return style.#isBold === true;
  }

  /** `null` where the style says nothing about it. */
  isBold(): boolean | null {
    return this.#isBold;
  }
}

/** @see https://developers.google.com/apps-script/reference/spreadsheet/text-style-builder (read 2026-11-21) */
export class TextStyleBuilder {
  #isBold: boolean | null = null;

  setBold(isBold: boolean): this {
    this.#isBold = isBold;
    return this;
  }

  build(): TextStyle {
    return new TextStyle(this.#isBold);
  }
}

/** @see https://developers.google.com/apps-script/reference/spreadsheet/rich-text-value (read 2026-11-21) */
export class RichTextValue {
  readonly #text: string;
  readonly #url: string;
  readonly #style: TextStyle;

  constructor(text: string, url: string, style = new TextStyle(null)) {
    this.#text = text;
    this.#url = url;
    this.#style = style;
  }

  /** What a value writes into a cell, for other services. */
  static contentOf(value: RichTextValue): { readonly text: string; readonly isBold: boolean } {
    return { text: value.#text, isBold: TextStyle.isBoldIn(value.#style) };
  }

  getText(): string {
    return this.#text;
  }

  /** `null` when there is no link, or more than one. */
  getLinkUrl(): string | null {
    return this.#url === '' ? null : this.#url;
  }

  getTextStyle(): TextStyle {
    return this.#style;
  }

  getRuns(): RichTextValue[] {
    return [new RichTextValue(this.#text, this.#url, this.#style)];
  }
}

/** @see https://developers.google.com/apps-script/reference/spreadsheet/rich-text-value-builder (read 2026-11-21) */
export class RichTextValueBuilder {
  #text: string | undefined;
  #style = new TextStyle(null);

  setText(text: string): this {
    this.#text = text;
    return this;
  }

  setTextStyle(style: TextStyle | null): this {
    if (this.#text === undefined) throw exception('The text must be set before its style.');
    this.#style = style ?? new TextStyle(null);
    return this;
  }

  build(): RichTextValue {
    return new RichTextValue(this.#text ?? '', '', this.#style);
  }
}

defineService(TextStyle, 'TextStyle', 'SpreadsheetApp.TextStyle', { isBold: [''] });

defineService(TextStyleBuilder, 'TextStyleBuilder', 'SpreadsheetApp.TextStyleBuilder', {
  setBold: ['Boolean'],
  build: [''],
});

defineService(RichTextValue, 'RichTextValue', 'SpreadsheetApp.RichTextValue', {
  getText: [''],
  getLinkUrl: [''],
  getTextStyle: [''],
  getRuns: [''],
});

defineService(RichTextValueBuilder, 'RichTextValueBuilder', 'SpreadsheetApp.RichTextValueBuilder', {
  setText: ['String'],
  setTextStyle: ['TextStyle', 'null'],
  build: [''],
});
