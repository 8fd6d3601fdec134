/** What stands where there is nothing yet: what would be here, and how it comes to be. */
import type { ComponentChildren } from 'preact';

/** An empty section that says how it is filled. */
export function EmptyState(props: { readonly heading: string; readonly children: ComponentChildren }) {
  return (
    <section class="empty-state">
      <h2>{props.heading}</h2>
      <p class="quiet">{props.children}</p>
    </section>
  );
}
