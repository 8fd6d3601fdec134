/** `Ui`: menus, dialogs and sidebars of the editor. */
import { type EnumValue, enumeration } from '../../machine/realm/enumeration.ts';
import { requireRight } from '../../machine/realm/permissions.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency, lineToGoogle, settings, spend, suspend } from '../../machine/realm/session.ts';
import { type HtmlOutput, shownHtmlOf } from '../html-service/html-output.ts';
import { Menu } from './menu.ts';
import type { InterfaceOperations } from './operations.ts';
import { show } from './show.ts';

const ask = lineToGoogle<InterfaceOperations>();

type ButtonSetName = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
type ButtonName = 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';

const Button = enumeration('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const ButtonSet = enumeration('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

/** @see https://developers.google.com/apps-script/reference/base/ui (read 2026-11-21) */
export class Ui {
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;

  createMenu(caption: string): Menu {
    return new Menu(caption);
  }

  /** The submenu under Extensions bears the project's name. */
  createAddonMenu(): Menu {
    return new Menu(settings().projectName);
  }

  alert(...texts: readonly (string | EnumValue<ButtonSetName>)[]): EnumValue<ButtonName> {
    const { title, message, buttons } = dialogOf(texts, 'OK');
    return Button[askUser('alert', title, message, buttons).button];
  }

  prompt(...texts: readonly (string | EnumValue<ButtonSetName>)[]): PromptResponse {
    const { title, message, buttons } = dialogOf(texts, 'OK');
    const { button, text } = askUser('prompt', title, message, buttons);
    return new PromptResponse(Button[button], text);
  }

  showSidebar(content: HtmlOutput): void {
    requireRight('interface', 'Ui.showSidebar');
    spend(latency().interfaceMs);
    const { title, html } = shownHtmlOf(content);
    show({ kind: 'sidebar', title, html });
  }

  showModalDialog(content: HtmlOutput, title: string): void {
    showDialog('showModalDialog', content, title);
  }

  showModelessDialog(content: HtmlOutput, title: string): void {
    showDialog('showModelessDialog', content, title);
  }
}

/** @see https://developers.google.com/apps-script/reference/base/prompt-response (read 2026-11-21) */
export class PromptResponse {
  readonly #button: EnumValue<ButtonName>;
  readonly #text: string;

  constructor(button: EnumValue<ButtonName>, text: string) {
    this.#button = button;
    this.#text = text;
  }

  getSelectedButton(): EnumValue<ButtonName> {
    return this.#button;
  }

  getResponseText(): string {
    return this.#text;
  }
}

interface DialogTexts {
  readonly title: string;
  readonly message: string;
  readonly buttons: ButtonSetName;
}

/** One text is the message, two are title and message; buttons come last. */
function dialogOf(texts: readonly (string | EnumValue<ButtonSetName>)[], defaultButtons: ButtonSetName): DialogTexts {
  const words = texts.filter((text) => typeof text === 'string');
  const buttons = texts.find((text) => typeof text !== 'string')?.name() ?? defaultButtons;
  const message = words.at(-1) ?? '';
  return { title: words.length > 1 ? (words[0] ?? '') : '', message, buttons };
}

function askUser(kind: 'alert' | 'prompt', title: string, message: string, buttons: ButtonSetName) {
  requireRight('interface', `Ui.${kind}`);
  suspend(latency().dialogMs);
  return ask('askUser', { kind, title, message, buttons });
}

function showDialog(method: string, content: HtmlOutput, title: string): void {
  requireRight('interface', `Ui.${method}`);
  spend(latency().interfaceMs);
  const { html, width, height } = shownHtmlOf(content);
  show({ kind: 'modalDialog', title, html, width, height });
}

defineService(PromptResponse, 'PromptResponse', 'Ui.PromptResponse', {
  getSelectedButton: [''],
  getResponseText: [''],
});

defineService(Ui, 'Ui', 'Ui', {
  createMenu: ['String'],
  createAddonMenu: [''],
  alert: ['String', 'String,ButtonSet', 'String,String,ButtonSet'],
  prompt: ['String', 'String,ButtonSet', 'String,String,ButtonSet'],
  showSidebar: ['HtmlOutput'],
  showModalDialog: ['HtmlOutput,String'],
  showModelessDialog: ['HtmlOutput,String'],
});
