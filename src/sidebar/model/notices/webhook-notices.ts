/** What of the webhook needs a person. */
import type { NoticeSource, StripNotice } from './strip-notice.ts';

/** A message that could not be kept, a tab that is gone, and a clock that nobody hears of. */
export const webhookNotices: NoticeSource = ({ automation }) => {
  const webhook = automation.value?.webhook;
  if (webhook?.kind !== 'there') return [];
  const { refused, tabName, isSilent, listening } = webhook;
  const words = [
    ...(refused === '' ? [] : [refused]),
    ...(tabName === '' ? ['The webhook’s tab is gone. Its messages are kept until another is chosen.'] : []),
    ...(isSilent ? [listening] : []),
  ];
  return words.map(
    (text, index): StripNotice => ({
      id: `webhook-${index}`,
      words: text,
      remedies: [{ words: 'Look at the webhook', opens: 'automate' }],
      view: 'automate',
    }),
  );
};
