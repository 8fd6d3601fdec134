/** Runs inside the add-on's frame, before its own code: provides `google.script` as HtmlService does. */
import type { FrameMessage, PageMessage } from './frame-messages.ts';
import { createScriptRunner, type SendCall } from './script-runner.ts';

/** Written into the document by the server. */
declare const FRAME_SETUP: { readonly functionNames: readonly string[] };

const tellPage = (message: FrameMessage): void => {
  // The page's origin cannot be known from here, and nothing secret is said: the page checks who speaks.
  window.parent.postMessage(message, '*');
};

const google = {
  script: {
    run: createScriptRunner(FRAME_SETUP.functionNames, createSendCall()),
    host: {
      origin: 'https://docs.google.com',
      close: () => tellPage({ kind: 'close' }),
      setWidth: (width: number) => tellPage({ kind: 'resize', width }),
      setHeight: (height: number) => tellPage({ kind: 'resize', height }),
      editor: { focus: () => tellPage({ kind: 'focusEditor' }) },
    },
  },
};
Object.assign(window, { google });

function createSendCall(): SendCall {
  const waiting = new Map<number, (outcome: PageMessage['outcome']) => void>();
  let lastNumber = 0;
  window.addEventListener('message', ({ source, data }: MessageEvent<PageMessage>) => {
    if (source === window.parent && data.kind === 'ended') {
      waiting.get(data.callNumber)?.(data.outcome);
      waiting.delete(data.callNumber);
    }
  });
  return (functionName, args) =>
    new Promise((resolve) => {
      lastNumber += 1;
      waiting.set(lastNumber, resolve);
      tellPage({ kind: 'call', callNumber: lastNumber, functionName, args });
    });
}
