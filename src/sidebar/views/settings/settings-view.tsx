/** What stands behind the gear: the connection, and help. */
import { ConnectionView } from '../connection/connection-view.tsx';
import type { ViewProps } from '../view-props.ts';
import { HelpSection } from './help-section.tsx';

/** The settings of the person and the file. */
export function SettingsView(props: ViewProps) {
  return (
    <>
      <ConnectionView {...props} />
      <HelpSection state={props.state} />
    </>
  );
}
