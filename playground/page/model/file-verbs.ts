/** Opening files, and saving the tab on screen as one. */
import { type DownloadKind, MAX_FILE_BYTES } from '../../serve/wire.ts';
import type { AppState } from './app-state.ts';
import type { ServerClient } from './server-client.ts';
import type { Store } from './store.ts';

/** What can be done with files. */
export interface FileVerbs {
  /** Asks for a file, then opens it. */
  chooseFile(): void;
  /** Opens a file as new tabs; what is wrong with it is said in a dialog. */
  open(file: File): Promise<void>;
  download(kind: DownloadKind): void;
  closeNotice(): void;
}

/** What the file chooser offers. */
const ACCEPTED = '.csv,.tsv,.txt,.xlsx';

/** Creates the verbs over a store and a server. */
export function createFileVerbs(store: Store<AppState>, server: Pick<ServerClient, 'openFile'>): FileVerbs {
  const open = async (file: File): Promise<void> => {
    store.set({ openingFile: file.name });
    const problem = await problemOf(file, server);
    const notice = problem === undefined ? undefined : { title: 'The file was not opened', message: problem };
    store.set({ openingFile: undefined, notice });
  };
  return {
    chooseFile() {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = ACCEPTED;
      input.addEventListener('change', () => {
        const file = input.files?.[0];
        if (file !== undefined) {
          void open(file);
        }
      });
      input.click();
    },
    open,
    download(kind) {
      const link = document.createElement('a');
      link.href = `/api/download/${kind}`;
      link.download = '';
      link.click();
    },
    closeNotice: () => store.set({ notice: undefined }),
  };
}

/** Why a file was not opened; `undefined` when it was. */
async function problemOf(file: File, server: Pick<ServerClient, 'openFile'>): Promise<string | undefined> {
  if (file.size > MAX_FILE_BYTES) {
    return `${file.name} is larger than ${MAX_FILE_BYTES / 1_000_000} MB; open a part of it.`;
  }
  const answer = await server.openFile(file).catch((error: unknown) => ({ problem: String(error) }));
  return answer.problem;
}
