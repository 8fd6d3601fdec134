/** The menu bar: what the playground can do to the sheet, and the add-on's own menu under Extensions. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AppState } from '../model/app-state.ts';
import { activeTab } from '../model/app-state.ts';
import type { PageModel } from '../model/page-model.ts';
import { sheetMenus } from './menu-entries.ts';
import { MenuList } from './menu-list.tsx';
import { useAppState, useModel } from './use-model.ts';

/** Draws the menu bar; one tab stop, arrow keys move between the menus. */
export function MenuBar() {
  const model = useModel();
  const menus = sheetMenus(model, useMenuState(model));
  const bar = useRef<HTMLDivElement>(null);
  const [openIndex, setOpenIndex] = useState<number | undefined>();
  const [stopIndex, setStopIndex] = useState(0);
  useCloseOnOutsidePress(bar, () => setOpenIndex(undefined));

  const focusMenu = (index: number): void => {
    const target = (index + menus.length) % menus.length;
    setStopIndex(target);
    setOpenIndex((open) => (open === undefined ? undefined : target));
    bar.current?.querySelectorAll<HTMLElement>('.menu-title')[target]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      focusMenu(index + (event.key === 'ArrowRight' ? 1 : -1));
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      setOpenIndex(index);
    }
  };

  return (
    <div class="menu-bar" role="menubar" aria-label="Spreadsheet menu" ref={bar}>
      {menus.map(({ caption, entries }, index) => (
        <div key={caption} class="menu-holder" role="none">
          <button
            type="button"
            class="menu-title"
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={openIndex === index}
            tabIndex={stopIndex === index ? 0 : -1}
            onClick={() => setOpenIndex(openIndex === index ? undefined : index)}
            onMouseEnter={() => setOpenIndex((open) => (open === undefined ? undefined : index))}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {caption}
          </button>
          {openIndex === index && (
            <MenuList
              label={caption}
              entries={entries}
              onClose={() => {
                setOpenIndex(undefined);
                focusTitle(bar.current, index);
              }}
            />
          )}
        </div>
      ))}
    </div>
  );
}

/** What the entries depend on; anything else must not redraw the menus while one is open. */
function useMenuState({ store }: PageModel): AppState {
  useAppState(({ page }) => page?.menu);
  useAppState((state) => activeTab(state)?.hasFilter);
  useAppState(({ isRequestsPanelOpen }) => isRequestsPanelOpen);
  useAppState(({ page }) => page?.sidebar);
  return store.get();
}

function focusTitle(bar: HTMLElement | null, index: number): void {
  bar?.querySelectorAll<HTMLElement>('.menu-title')[index]?.focus();
}

function useCloseOnOutsidePress(bar: { readonly current: HTMLElement | null }, close: () => void): void {
  // The first `close` serves: it only sets state.
  useEffect(() => {
    const onPress = ({ target }: PointerEvent): void => {
      if (target instanceof Node && bar.current?.contains(target) !== true) {
        close();
      }
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);
}
