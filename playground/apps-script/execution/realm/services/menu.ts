/** `Menu`: a menu under construction. */
import type { MenuItem } from '../../../emulator.ts';
import { notEmulated } from '../exception.ts';
import { defineService } from '../service.ts';
import { ask, latency, spend } from '../session.ts';

/** @see https://developers.google.com/apps-script/reference/base/menu (read 2026-11-21) */
export class Menu {
  readonly #name: string;
  readonly #items: MenuItem[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  addItem(caption: string, functionName: string): this {
    this.#items.push({ kind: 'item', caption, functionName });
    return this;
  }

  addSeparator(): this {
    this.#items.push({ kind: 'separator' });
    return this;
  }

  /** The page draws flat menus only, so a submenu would silently vanish. */
  addSubMenu(_menu: Menu): never {
    throw notEmulated('Menu.addSubMenu');
  }

  addToUi(): void {
    spend(latency().interfaceMs);
    ask('show', { kind: 'menu', name: this.#name, items: [...this.#items] });
  }
}

defineService(Menu, 'Menu', 'Ui.Menu', {
  addItem: ['String,String'],
  addSeparator: [''],
  addSubMenu: ['Menu'],
  addToUi: [''],
});
