/** The strip above every view: what needs a person, and nothing at all when nothing does. */
import type { NoticeRemedy, StripNotice } from '../../model/notices/strip-notice.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { openView } from '../../parts/view-tabs.tsx';

/** What the strip needs. */
export interface NoticeStripProps {
  readonly notices: readonly StripNotice[];
  readonly verbs: SidebarVerbs;
}

/** The notices, each with what can be done about it. The region stays, so that a screen reader is told what comes. */
export function NoticeStrip({ notices, verbs }: NoticeStripProps) {
  return (
    <div class="strip" role="status" aria-label="Needs a person">
      {notices.map(({ id, words, remedies }) => (
        <section key={id} class="notice notice-pending">
          <p>{words}</p>
          <div class="button-row">
            {remedies.map((remedy, index) => (
              <ActionButton
                key={remedy.words}
                tone={index === 0 ? 'main' : 'plain'}
                onPress={() => press(remedy, verbs)}
              >
                {remedy.words}
              </ActionButton>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function press(remedy: NoticeRemedy, verbs: SidebarVerbs): void {
  if ('opens' in remedy) openView(verbs, remedy.opens);
  else remedy.press(verbs);
}
