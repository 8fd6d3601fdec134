/** Columns whose meaning depends on a neighbour: an amount and its unit, a fee and its frequency, a key and its type. */
import type { FieldName } from '../listing/fields.ts';
import { lazily } from '../terms/lazily.ts';
import { headerKeys } from './normalize-header.ts';
import type { TabColumn } from './tab-columns.ts';

/** A rule: the column feeds the field only while the companion's cells are all fine. */
interface Companion {
  readonly field: FieldName;
  /** The headers it is about; absent: whatever header the column has. */
  readonly headers?: readonly string[];
  readonly companions: readonly string[];
  readonly fine: RegExp;
  /** Completes `… "LotSizeUnits" says Acres, …`. */
  readonly trouble: string;
}

/**
 * The rules. An acre sent as a square foot or a yearly fee sent as a monthly one would be a wrong answer to a visitor.
 *
 * @see RESO Data Dictionary 2.1, https://dd.reso.org/DD2.1/Property, `AssociationFeeFrequency` and `LotSizeUnits`
 * (read 2026-11-21).
 */
const COMPANIONS: readonly Companion[] = [
  {
    field: 'HOAMonth',
    companions: [
      'AssociationFeeFrequency',
      'Association Fee Freq',
      'HOA Frequency',
      'HOA Fee Frequency',
      'HOA Freq',
      'Fee Frequency',
      'HOA Period',
    ],
    fine: /^(?:monthly|month|per month|mo|m)$/i,
    trouble: 'and the field is a fee per month',
  },
  {
    field: 'LotArea',
    headers: ['LotSizeArea', 'lotAreaValue', 'Lot Size', 'Lot Area', 'Lot', 'Land Size', 'Land Area'],
    companions: ['LotSizeUnits', 'lotAreaUnits', 'lotAreaUnit', 'Lot Units', 'Lot Unit', 'Lot Area Unit', 'Land Unit'],
    fine: /^(?:sq|square|sf|ft|m2|m²|ftk|mtk)/i,
    trouble: 'and the area would be sent in the unit of the building',
  },
  { field: 'Key', companions: ['KeyType', 'Key Type'], fine: /^newoaks$/i, trouble: 'so these are no NewOaks keys' },
];

/** A rule whose headers are brought to their lookup form once. */
interface KeyedCompanion extends Companion {
  /** Absent: whatever header the column has. */
  readonly keys?: ReadonlySet<string>;
  readonly companionKeys: ReadonlySet<string>;
}

const keyedCompanions = lazily((): readonly KeyedCompanion[] =>
  COMPANIONS.map((rule) => ({
    ...rule,
    ...(rule.headers === undefined ? {} : { keys: keySet(rule.headers) }),
    companionKeys: keySet(rule.companions),
  })),
);

/** Why a neighbouring column forbids a match, or `undefined` when none does. */
export function companionObstacle(
  column: TabColumn,
  field: FieldName,
  columns: readonly TabColumn[],
): string | undefined {
  for (const rule of keyedCompanions()) {
    if (rule.field !== field || rule.keys?.has(column.key) === false) continue;
    const obstacle = troubleIn(rule, columns);
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
}

/** Whether a neighbour tells what the cells of a field's column are, such as the type of a key or a unit. */
export function hasCompanion(field: FieldName, columns: readonly TabColumn[]): boolean {
  const rules = keyedCompanions().filter((rule) => rule.field === field);
  return rules.some((rule) => columns.some((column) => rule.companionKeys.has(column.key)));
}

/** The first troubling word in alphabetical order, so that the order of columns and rows does not show. */
function troubleIn(rule: KeyedCompanion, columns: readonly TabColumn[]): string | undefined {
  const troubles = columns
    .filter((column) => rule.companionKeys.has(column.key))
    .flatMap(({ header, shape, cells }) =>
      [...(shape.words?.keys() ?? cells.map((cell) => cell.text.trim()))].map((word) => ({ header, word })),
    )
    .filter(({ word }) => word !== '' && !rule.fine.test(word))
    .map(({ header, word }) => `"${header}" says ${word}, ${rule.trouble}`);
  return troubles.sort()[0];
}

function keySet(headers: readonly string[]): ReadonlySet<string> {
  return new Set(headers.map((header) => headerKeys(header).signed));
}
