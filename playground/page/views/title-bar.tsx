/** The document's name, and whether the page is in touch with its server. */
import { ClockBar } from './clock-bar.tsx';
import { useAppState } from './use-model.ts';

/** Draws the title bar. */
export function TitleBar() {
  const name = useAppState(({ page }) => page?.snapshot.name ?? '');
  const isLive = useAppState((state) => state.isLive);
  const isRunning = useAppState(({ runningScripts }) => runningScripts > 0);
  const openingFile = useAppState((state) => state.openingFile);
  return (
    <div class="title-bar">
      <svg class="document-icon" viewBox="0 0 24 24" aria-hidden="true">
        <path fill="#188038" d="M5 1h10l5 5v15a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z" />
        <path fill="#8ed1a5" d="M15 1l5 5h-5z" />
        <path
          fill="#fff"
          d="M7 10h10v8H7zm1.500 1.500v1.700h2.800v-1.700zm4.200 0v1.700h2.800v-1.700zm-4.200 3.200v1.800h2.800v-1.800zm4.200 0v1.800h2.800v-1.800z"
        />
      </svg>
      <h1 class="document-name">{name}</h1>
      <span class="badge">Playground</span>
      <ClockBar />
      <span class="script-state" role="status">
        {isRunning ? 'Running script…' : ''}
        {openingFile === undefined ? '' : `Opening ${openingFile}…`}
        {isLive ? '' : 'Connection lost – is the playground still running?'}
      </span>
    </div>
  );
}
