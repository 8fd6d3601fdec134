/** What stands behind the gear: the connection, people, and help. */
import { ConnectionView } from '../connection/connection-view.tsx';
import type { ViewProps } from '../view-props.ts';
import { HelpSection } from './help-section.tsx';
import { PeopleSection } from './people-section.tsx';

/** The settings of the person and the file. */
export function SettingsView(props: ViewProps) {
  const { overview, automation } = props.state;
  // Whoever comes to a file in which nothing has begun has only to connect.
  const hasPeople = overview.value?.connection.isConnected === true || automation.value?.team.length !== 0;
  return (
    <>
      <ConnectionView {...props} />
      {hasPeople && <PeopleSection {...props} />}
      <HelpSection state={props.state} />
    </>
  );
}
