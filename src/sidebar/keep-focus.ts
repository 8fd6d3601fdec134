/** Keeps the keyboard's place: when the control that has the focus goes away, what came in its stead gets it, or what is nearest. */

const FOCUSABLE =
  'button, input:not([type="hidden"]), select, textarea, summary, a[href], [tabindex]:not([tabindex^="-"])';

/** Watches over the focus in the whole sidebar for as long as the page lives. */
export function keepFocus(root: HTMLElement): void {
  /** The element that had the focus last, and all that it stood in, from the inside out. */
  let trail: readonly HTMLElement[] = [];
  root.addEventListener('focusin', ({ target }) => {
    trail = target instanceof HTMLElement ? withAncestors(target, root) : [];
  });
  new MutationObserver((changes) => {
    const [last] = trail;
    // The person is elsewhere, or has let go of a control that is still there.
    if (last === undefined || last.isConnected || !isFocusLost()) return;
    const home = trail.find((element) => element.isConnected) ?? root;
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => home.contains(node));
    const heir = [...added, home].map(firstFocusable).find((element) => element !== undefined);
    if (heir === undefined) focusAnyway(home);
    else heir.focus();
  }).observe(root, { childList: true, subtree: true });
}

function isFocusLost(): boolean {
  return document.hasFocus() && (document.activeElement === null || document.activeElement === document.body);
}

function withAncestors(element: HTMLElement, root: HTMLElement): readonly HTMLElement[] {
  const { parentElement } = element;
  return element === root || parentElement === null ? [element] : [element, ...withAncestors(parentElement, root)];
}

/** The first control that can be seen in a node, the node itself included. */
function firstFocusable(node: Node): HTMLElement | undefined {
  if (!(node instanceof HTMLElement)) return undefined;
  const own = node.matches(FOCUSABLE) ? [node] : [];
  return [...own, ...node.querySelectorAll<HTMLElement>(FOCUSABLE)].find((element) => element.checkVisibility());
}

/** What is no control, and has none in it for the moment, can be a place to go on from. */
function focusAnyway(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus();
}
