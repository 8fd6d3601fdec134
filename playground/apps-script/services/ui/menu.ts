/** `Menu`: a menu under construction. */
import type { MenuItem } from '../../emulator.ts';
import { notEmulated } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';
import { latency, spend } from '../../machine/realm/session.ts';
import { show } from './show.ts';

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
    show({ kind: 'menu', name: this.#name, items: [...this.#items] });
  }
}

defineService(Menu, 'Menu', 'Ui.Menu', {
  addItem: ['String,String'],
  addSeparator: [''],
  addSubMenu: ['Menu'],
  addToUi: [''],
});
