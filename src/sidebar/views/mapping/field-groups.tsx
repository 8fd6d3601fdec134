/** The fields of the listing in their groups, one compact row each. */
import type { FieldView, MappingView } from '../../../core/contract/mapping-view.ts';
import type { TabSettings } from '../../../core/settings/tab-settings.ts';
import type { EditSettings } from '../../model/mapping/settings-draft.ts';
import { FieldRow } from './field-row.tsx';

/** What the groups need. */
export interface FieldGroupsProps {
  readonly view: MappingView;
  readonly draft: TabSettings;
  readonly fields: readonly FieldView[];
  readonly onEdit: EditSettings;
}

/** Known groups in the order in which people think of a listing; a group that is not known comes last under its name. */
const GROUP_WORDS: ReadonlyMap<string, string> = new Map([
  ['identity', 'Identity'],
  ['status', 'Status'],
  ['price', 'Price'],
  ['home', 'Home'],
  ['place', 'Place'],
  ['presentation', 'Presentation'],
]);

/** Lists the fields by group; groups without a listed field are left out. */
export function FieldGroups({ view, draft, fields, onEdit }: FieldGroupsProps) {
  const groups = [...new Set([...GROUP_WORDS.keys(), ...fields.map(({ group }) => group)])];
  return (
    <>
      {groups.map((group) => {
        const members = fields.filter((field) => field.group === group);
        if (members.length === 0) return null;
        return (
          <section key={group} class="field-group" aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{GROUP_WORDS.get(group) ?? group}</h2>
            {members.map((field) => (
              <FieldRow key={field.field} view={view} draft={draft} field={field} onEdit={onEdit} />
            ))}
          </section>
        );
      })}
    </>
  );
}
