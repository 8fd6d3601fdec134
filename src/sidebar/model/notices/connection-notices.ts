/** What of the connection needs a person. */
import type { NoticeSource } from './strip-notice.ts';

/** A key that waits until its owner agrees to where it goes. */
export const connectionNotices: NoticeSource = ({ overview }) => {
  const waiting = overview.value?.connection.waiting;
  if (waiting === undefined) return [];
  return [
    {
      id: 'connection-waiting',
      words: `${waiting.failure.message} Nothing is sent with your key until you have looked at it.`,
      remedies: [{ words: 'Look at the connection', opens: 'settings' }],
      view: 'settings',
    },
  ];
};
