/** The menu of a right click in the grid. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { columnEntries, rowEntries } from '../views/menu-entries.ts';
import { MenuList } from '../views/menu-list.tsx';
import { useModel } from '../views/use-model.ts';
import { focusGrid } from './focus-grid.ts';
import { px } from './px.ts';

/** Where the menu opens, in pixels of the window, and for what. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
  readonly isColumn: boolean;
}

/** Draws the menu at its place; a press anywhere else closes it. */
export function GridMenu({ place, onClose }: { readonly place: MenuPlace; readonly onClose: () => void }) {
  const model = useModel();
  const holder = useRef<HTMLDivElement>(null);
  const [shift, setShift] = useState({ x: 0, y: 0 });
  const openFilter = (): void => model.store.set({ filterColumn: model.store.get().selection.active.columnIndex });

  useLayoutEffect(() => {
    const menu = holder.current?.firstElementChild?.getBoundingClientRect();
    setShift({
      x: Math.min(0, window.innerWidth - (menu?.width ?? 0) - place.x - 8),
      y: Math.min(0, window.innerHeight - (menu?.height ?? 0) - place.y - 8),
    });
  }, [place]);
  // The first `onClose` serves: it only sets state.
  useEffect(() => {
    const onPress = ({ target }: PointerEvent): void => {
      if (target instanceof Node && holder.current?.contains(target) !== true) {
        onClose();
      }
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);

  return (
    <div class="grid-menu" ref={holder} style={{ left: px(place.x + shift.x), top: px(place.y + shift.y) }}>
      <MenuList
        label={place.isColumn ? 'Column menu' : 'Row menu'}
        entries={place.isColumn ? columnEntries(model, openFilter) : rowEntries(model)}
        onClose={() => {
          onClose();
          focusGrid();
        }}
      />
    </div>
  );
}
