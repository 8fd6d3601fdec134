/** Messages about listings from other systems: by hand, and from an inbox. */
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { ViewProps } from '../view-props.ts';
import { InboxCard } from './inbox-card.tsx';
import { PasteCard } from './paste-card.tsx';
import { PublishCard } from './publish-card.tsx';
import { WebhookCard } from './webhook-card.tsx';

/** Where messages come from. */
export function EventsSection(props: ViewProps) {
  const { failure, message } = props.state.events;
  return (
    <section class="form" aria-label="Messages about listings">
      <h2>Events</h2>
      <PasteCard {...props} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      {message !== undefined && <p role="status">{message}</p>}
      <InboxCard {...props} />
      <WebhookCard {...props} />
      <PublishCard {...props} />
    </section>
  );
}
