/** A menu that opens over the page: for the menu bar, its submenus and the grid's context menu. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** An entry of a menu. */
export type MenuEntry =
  | {
      readonly kind: 'action';
      readonly caption: string;
      readonly run: () => void;
      readonly isDisabled?: boolean;
      readonly isChecked?: boolean;
    }
  | { readonly kind: 'submenu'; readonly caption: string; readonly entries: readonly MenuEntry[] }
  | { readonly kind: 'separator' };

/** What a menu is drawn from. */
export interface MenuListProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Called when the menu has to go: after a choice (`'done'`) or with Escape or the left arrow key (`'back'`). */
  readonly onClose: (how: 'done' | 'back') => void;
  /** Move the focus to the first entry when it opens; not for a submenu opened by the mouse. */
  readonly takesFocus?: boolean;
}

/**
 * Draws a menu; arrow keys, Home, End, Enter and Escape work as the authoring practices ask.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/menubar/ (read 2026-11-21).
 */
export function MenuList({ label, entries, onClose, takesFocus = true }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<{ index: number; byKey: boolean } | undefined>();

  useEffect(() => {
    if (takesFocus) {
      itemsOf(list.current)[0]?.focus();
    }
  }, [takesFocus]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const items = itemsOf(list.current);
    const current = items.indexOf(document.activeElement as HTMLElement);
    const target = nextItemIndex(event.key, current, items.length);
    if (target !== undefined) {
      items[target]?.focus();
    } else if (event.key === 'Escape' || event.key === 'ArrowLeft') {
      onClose('back');
    } else if (event.key === 'Tab') {
      onClose('done');
    } else {
      return;
    }
    event.stopPropagation();
    event.preventDefault();
  };

  return (
    <div class="menu" role="menu" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {entries.map((entry, index) => {
        switch (entry.kind) {
          case 'separator':
            return <hr key={`separator ${index}`} class="menu-separator" />;
          case 'action':
            return (
              <div key={entry.caption} role="none" onMouseEnter={() => setOpen(undefined)}>
                <ActionItem entry={entry} onDone={() => onClose('done')} />
              </div>
            );
          case 'submenu':
            return (
              <div key={entry.caption} role="none" onMouseEnter={() => setOpen({ index, byKey: false })}>
                <SubmenuItem
                  entry={entry}
                  isOpen={open?.index === index}
                  takesFocus={open?.byKey === true}
                  onOpen={(byKey) => setOpen({ index, byKey })}
                  onClose={(how) => {
                    setOpen(undefined);
                    if (how === 'done') {
                      onClose('done');
                    }
                  }}
                />
              </div>
            );
          default:
            return entry satisfies never;
        }
      })}
    </div>
  );
}

function ActionItem({ entry, onDone }: { entry: Extract<MenuEntry, { kind: 'action' }>; onDone: () => void }) {
  return (
    <button
      type="button"
      class="menu-item"
      {...(entry.isChecked === undefined
        ? { role: 'menuitem' as const }
        : { role: 'menuitemcheckbox' as const, 'aria-checked': entry.isChecked })}
      tabIndex={-1}
      disabled={entry.isDisabled === true}
      onMouseEnter={(event) => event.currentTarget.focus()}
      onClick={() => {
        onDone();
        entry.run();
      }}
    >
      <span class="menu-check" aria-hidden="true">
        {entry.isChecked === true ? '✓' : ''}
      </span>
      {entry.caption}
    </button>
  );
}

interface SubmenuItemProps {
  readonly entry: Extract<MenuEntry, { kind: 'submenu' }>;
  readonly isOpen: boolean;
  readonly takesFocus: boolean;
  readonly onOpen: (byKey: boolean) => void;
  readonly onClose: (how: 'done' | 'back') => void;
}

function SubmenuItem({ entry, isOpen, takesFocus, onOpen, onClose }: SubmenuItemProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        type="button"
        class="menu-item"
        role="menuitem"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        tabIndex={-1}
        ref={button}
        onMouseEnter={(event) => event.currentTarget.focus()}
        onClick={(event) => onOpen(event.detail === 0)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') {
            event.stopPropagation();
            event.preventDefault();
            onOpen(true);
          }
        }}
      >
        <span class="menu-check" aria-hidden="true" />
        {entry.caption}
        <span class="menu-arrow" aria-hidden="true">
          ▸
        </span>
      </button>
      {isOpen && (
        <MenuList
          label={entry.caption}
          entries={entry.entries}
          takesFocus={takesFocus}
          onClose={(how) => {
            button.current?.focus();
            onClose(how);
          }}
        />
      )}
    </>
  );
}

function itemsOf(list: HTMLDivElement | null): HTMLElement[] {
  const items = list?.querySelectorAll<HTMLElement>(':scope > div > .menu-item:not(:disabled)') ?? [];
  return [...items];
}

function nextItemIndex(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return (current - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
