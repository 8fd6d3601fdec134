/** What stands behind the gear: the connection, people, and help. */
import { ConnectionView } from '../connection/connection-view.tsx';
import type { ViewProps } from '../view-props.ts';
import { HelpSection } from './help-section.tsx';
import { PeopleSection } from './people-section.tsx';

/** The settings of the person and the file. */
export function SettingsView(props: ViewProps) {
  return (
    <>
      <ConnectionView {...props} />
      {props.state.overview.value?.connection.isConnected === true && <PeopleSection {...props} />}
      <HelpSection state={props.state} />
    </>
  );
}
