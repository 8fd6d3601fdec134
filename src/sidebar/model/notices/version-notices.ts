/** What a file that a newer version has used needs. */
import type { NoticeSource } from './strip-notice.ts';

/** Nothing can be sent or changed before the add-on is updated. */
export const versionNotices: NoticeSource = ({ overview }) => {
  const failure = overview.value?.newerVersion;
  if (failure === undefined) return [];
  return [{ id: 'newer-version', words: `${failure.message} ${failure.nextStep}`, remedies: [] }];
};
