/** The add-on's HTML in its sandboxed frame, and the line between the two. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ScriptFrame } from '../../serve/wire.ts';
import type { FrameMessage, PageMessage } from '../frame/frame-messages.ts';
import { focusGrid } from '../grid/focus-grid.ts';
import type { PageModel } from '../model/page-model.ts';
import { useModel } from './use-model.ts';

/** What a frame is drawn from. */
export interface ScriptFrameViewProps {
  readonly frame: ScriptFrame;
  readonly onClose: () => void;
}

/** The sandbox of HtmlService without `allow-same-origin`, which the server's policy leaves out for the same reason. */
const SANDBOX = 'allow-scripts allow-forms allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

/** Draws the frame and answers what its script asks for. */
export function ScriptFrameView({ frame, onClose }: ScriptFrameViewProps) {
  const model = useModel();
  const element = useRef<HTMLIFrameElement>(null);
  const [size, setSize] = useState(frame.size);

  // Before the frame has loaded: its script calls at once, and a call nobody hears would wait for ever.
  useLayoutEffect(() => {
    const onMessage = ({ source, data }: MessageEvent<FrameMessage>): void => {
      const frameWindow = element.current?.contentWindow;
      if (!frameWindow || source !== frameWindow) {
        return;
      }
      switch (data.kind) {
        case 'call':
          void answerCall(model, frameWindow, data);
          break;
        case 'close':
          onClose();
          break;
        case 'focusEditor':
          focusGrid();
          break;
        case 'resize':
          // A sidebar keeps Google's width whatever it asks for.
          setSize((old) => old && { width: data.width ?? old.width, height: data.height ?? old.height });
          break;
        default:
          data satisfies never;
      }
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);

  return (
    <iframe
      class="script-frame"
      title={frame.title}
      sandbox={SANDBOX}
      src={`/frame/${frame.frameId}`}
      ref={element}
      style={size && { width: `${size.width}px`, height: `${size.height}px` }}
    />
  );
}

async function answerCall(
  { scripts }: PageModel,
  frameWindow: Window,
  { callNumber, functionName, args }: Extract<FrameMessage, { kind: 'call' }>,
): Promise<void> {
  const outcome = await scripts.callFromFrame(functionName, args);
  // The frame's origin is opaque and cannot be named; the message goes to this very window.
  frameWindow.postMessage({ kind: 'ended', callNumber, outcome } satisfies PageMessage, '*');
}
