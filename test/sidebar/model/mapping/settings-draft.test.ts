/** Edits of a tab's settings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappingView } from '../../../../src/core/contract/mapping-view.ts';
import type { FieldName } from '../../../../src/core/listing/fields.ts';
import type { TabSettings } from '../../../../src/core/settings/tab-settings.ts';
import { headersMark } from '../../../../src/core/terms/headers-mark.ts';
import { choiceOf, type FieldChoice } from '../../../../src/sidebar/model/mapping/field-choice.ts';
import {
  choosableColumns,
  isHeaderListed,
  isPushed,
  isSameSettings,
  orderedKeyTypes,
  unmappedHeaders,
  withChoice,
  withHeaderListed,
  withHeaderRow,
  withKeyTypeEarlier,
  withKeyTypeUsed,
  withPolicy,
  withPushed,
  withSeenHeaders,
} from '../../../../src/sidebar/model/mapping/settings-draft.ts';
import { mappingView, SETTINGS } from '../fixtures.ts';

const anyField = fc.constantFrom<FieldName>('Bedrooms', 'City', 'Status', 'Url');
const anyChoice = fc.oneof(
  fc.constant<FieldChoice>({ kind: 'automatic' }),
  fc.constant<FieldChoice>({ kind: 'nothing' }),
  fc.string().map((value): FieldChoice => ({ kind: 'chosen', source: { kind: 'fixed', value } })),
  fc.string().map((header): FieldChoice => ({ kind: 'chosen', source: { kind: 'column', header } })),
);

describe('a choice for a field', () => {
  test('is the one that is read back, and other fields keep theirs', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyField, anyChoice)), (edits) => {
        const settings = edits.reduce((draft, [field, choice]) => withChoice(draft, field, choice), SETTINGS);
        for (const [field, choice] of new Map(edits)) expect(choiceOf(settings, field)).toEqual(choice);
      }),
    );
  });

  test('that is taken back leaves settings that count as unchanged', () => {
    fc.assert(
      fc.property(anyField, anyChoice, (field, choice) => {
        const edited = withChoice(SETTINGS, field, choice);
        expect(isSameSettings(withChoice(edited, field, { kind: 'automatic' }), SETTINGS)).toBe(true);
      }),
    );
  });
});

/** A tab with these columns. */
function viewOf(...headers: readonly string[]): MappingView {
  const [column] = mappingView().columns;
  if (column === undefined) throw new Error('The fixture has no column.');
  return { ...mappingView(), columns: headers.map((header, columnIndex) => ({ ...column, columnIndex, header })) };
}

describe('settings', () => {
  test('are the same whatever the order of ticked headers', () => {
    expect(isSameSettings({ ...SETTINGS, extraHeaders: ['a', 'b'] }, { ...SETTINGS, extraHeaders: ['b', 'a'] })).toBe(
      true,
    );
  });

  test('differ when keys are tried in another order', () => {
    expect(isSameSettings(SETTINGS, { ...SETTINGS, keyTypes: ['URL', 'MLSNumber'] })).toBe(false);
  });

  test('name the header row only when a person set it', () => {
    expect(withHeaderRow(SETTINGS, 3)).toEqual({ ...SETTINGS, headerRowNumber: 3 });
    expect(withHeaderRow(withHeaderRow(SETTINGS, 3), undefined)).toEqual(SETTINGS);
  });

  describe('list a ticked header', () => {
    const view = viewOf('Notes', 'Owner Phone');
    const tick = (settings: TabSettings, header: string, isListed = true) =>
      withHeaderListed(view, settings, 'extraHeaders', header, isListed);

    test('once', () => {
      const ticked = tick(tick(SETTINGS, 'Notes'), 'Notes');
      expect(ticked.extraHeaders).toEqual(['Notes']);
      expect(tick(ticked, 'Notes', false).extraHeaders).toEqual([]);
    });

    test('although it was spelled another way then, and forget that when it is unticked', () => {
      const settings = { ...SETTINGS, extraHeaders: ['Owner phone', 'Notes'] };
      expect(isHeaderListed(view, settings, 'extraHeaders', 'Owner Phone')).toBe(true);
      expect(tick(settings, 'Owner Phone').extraHeaders).toEqual(['Notes', 'Owner Phone']);
      expect(tick(settings, 'Owner Phone', false).extraHeaders).toEqual(['Notes']);
    });

    test('and no other that is spelled alike', () => {
      const settings = { ...SETTINGS, excludedHeaders: ['notes'] };
      const both = viewOf('notes', 'Notes');
      expect(isHeaderListed(both, settings, 'excludedHeaders', 'notes')).toBe(true);
      expect(isHeaderListed(both, settings, 'excludedHeaders', 'Notes')).toBe(false);
    });
  });
});

describe('the headers that were seen', () => {
  const view = mappingView();

  test('are those of the tab, without the add-on’s own columns', () => {
    expect(withSeenHeaders(view, SETTINGS).seenHeaders).toBe(headersMark(['Notes', 'MLS#', 'Beds']));
  });

  test('are unknown once another header row is set', () => {
    const seen = { ...withHeaderRow(SETTINGS, 3), seenHeaders: headersMark(['MLS#']) };
    expect(withSeenHeaders(view, seen).seenHeaders).toBe('');
  });

  test('stay as they were while no header row is found', () => {
    const seen = { ...SETTINGS, seenHeaders: headersMark(['MLS#']) };
    expect(withSeenHeaders(mappingView({ columns: [] }), seen)).toBe(seen);
  });

  test('make no difference between settings', () => {
    expect(isSameSettings(SETTINGS, { ...SETTINGS, seenHeaders: headersMark(['MLS#']) })).toBe(true);
  });
});

test('a policy is chosen without touching the others', () => {
  expect(withPolicy(SETTINGS, 'hold', 'delete').policies).toEqual({
    pending: 'skip',
    underContract: 'skip',
    hold: 'delete',
    soldRental: 'sold',
  });
});

describe('kinds of key', () => {
  test('in use come first in their order, then the others', () => {
    expect(orderedKeyTypes({ ...SETTINGS, keyTypes: ['URL'] })).toEqual(['URL', 'MLSNumber', 'NewOaks']);
  });

  test('can be tried earlier', () => {
    expect(withKeyTypeEarlier(SETTINGS, 'URL').keyTypes).toEqual(['URL', 'MLSNumber']);
    expect(withKeyTypeEarlier(SETTINGS, 'MLSNumber')).toBe(SETTINGS);
    expect(withKeyTypeEarlier(SETTINGS, 'NewOaks')).toBe(SETTINGS);
  });

  test('can be added as the last one and given up, except for the only one', () => {
    expect(withKeyTypeUsed(SETTINGS, 'NewOaks', true).keyTypes).toEqual(['MLSNumber', 'URL', 'NewOaks']);
    const onlyUrl = withKeyTypeUsed(SETTINGS, 'MLSNumber', false);
    expect(onlyUrl.keyTypes).toEqual(['URL']);
    expect(withKeyTypeUsed(onlyUrl, 'URL', false)).toBe(onlyUrl);
  });
});

describe('columns', () => {
  test('that can be chosen have a header, are named once and are not the add-on’s own', () => {
    const view = mappingView({
      columns: [
        { header: 'Beds', examples: ['3'], isOwn: false },
        { header: ' ', examples: [], isOwn: false },
        { header: 'Beds', examples: ['4'], isOwn: false },
        { header: 'Sync status', examples: [], isOwn: true },
      ],
    });
    expect(choosableColumns(view)).toEqual([{ header: 'Beds', examples: ['3'], isOwn: false }]);
  });

  test('that feed no field follow the draft, not only what is saved', () => {
    const view = mappingView();
    expect(unmappedHeaders(view, SETTINGS)).toEqual(['MLS#', 'Notes']);
    const draft = withChoice(SETTINGS, 'Bedrooms', { kind: 'chosen', source: { kind: 'column', header: 'Notes' } });
    expect(unmappedHeaders(view, draft)).toEqual(['MLS#', 'Beds']);
  });
});

describe('a column of pushed rows', () => {
  const view = mappingView({
    columns: [
      { header: 'Name', examples: [], isOwn: false },
      { header: 'Owner Phone', examples: [], isOwn: false, isInternal: true },
    ],
  });
  const ticks = (settings: TabSettings) => ['Name', 'Owner Phone'].filter((header) => isPushed(view, settings, header));

  test('is sent unless it is unticked, and one that is internal by its name only when it is ticked', () => {
    expect(ticks(SETTINGS)).toEqual(['Name']);
    expect(ticks(withPushed(view, SETTINGS, 'Owner Phone', true))).toEqual(['Name', 'Owner Phone']);
    expect(ticks(withPushed(view, withPushed(view, SETTINGS, 'Owner Phone', true), 'Owner Phone', false))).toEqual([
      'Name',
    ]);
    expect(ticks(withPushed(view, SETTINGS, 'Name', false))).toEqual([]);
  });
});
