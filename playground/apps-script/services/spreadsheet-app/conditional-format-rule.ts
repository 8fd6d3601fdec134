/** `ConditionalFormatRule`, its condition and its builder. */

import { enumeration } from '../../machine/realm/enumeration.ts';
import { exception } from '../../machine/realm/exception.ts';
import { defineService } from '../../machine/realm/service.ts';
import type { Area } from '../../spreadsheet/area.ts';
import type { FormatRule, RuleCondition } from '../../spreadsheet/writes.ts';
import { placeOf, type Range } from './range.ts';

/** @see https://developers.google.com/apps-script/reference/spreadsheet/boolean-criteria (read 2026-11-21) */
export const BooleanCriteria = enumeration('BooleanCriteria', [
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'CUSTOM_FORMULA',
]);

type RuleLooks = Pick<FormatRule, 'background' | 'fontColor' | 'isBold'>;

/** @see https://developers.google.com/apps-script/reference/spreadsheet/boolean-condition (read 2026-11-21) */
export class BooleanCondition {
  readonly #condition: RuleCondition;
  readonly #looks: RuleLooks;

  constructor(condition: RuleCondition, looks: RuleLooks) {
    this.#condition = condition;
    this.#looks = looks;
  }

  getCriteriaType(): (typeof BooleanCriteria)[RuleCondition['kind']] {
    return BooleanCriteria[this.#condition.kind];
  }

  getCriteriaValues(): string[] {
    return 'text' in this.#condition ? [this.#condition.text] : [];
  }

  getBackground(): string | null {
    return this.#looks.background ?? null;
  }

  getFontColor(): string | null {
    return this.#looks.fontColor ?? null;
  }

  getBold(): boolean | null {
    return this.#looks.isBold ?? null;
  }
}

interface RuleState {
  readonly ranges: readonly Range[];
  readonly condition?: RuleCondition;
  readonly looks: RuleLooks;
}

/** @see https://developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule (read 2026-11-21) */
export class ConditionalFormatRule {
  readonly #state: RuleState & { readonly condition: RuleCondition };

  constructor(ranges: readonly Range[], condition: RuleCondition, looks: RuleLooks) {
    this.#state = { ranges, condition, looks };
  }

  /** The rule as Google keeps it, for other services. */
  static ruleOf(rule: ConditionalFormatRule): FormatRule {
    const { ranges, condition, looks } = rule.#state;
    return { areas: ranges.map((range): Area => placeOf(range).area), condition, ...looks };
  }

  getRanges(): Range[] {
    return [...this.#state.ranges];
  }

  getBooleanCondition(): BooleanCondition {
    return new BooleanCondition(this.#state.condition, this.#state.looks);
  }

  /** Rules with colour scales are not made by the emulated builder. */
  getGradientCondition(): null {
    return null;
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#state);
  }
}

/** @see https://developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule-builder (read 2026-11-21) */
export class ConditionalFormatRuleBuilder {
  #state: RuleState;

  constructor(state: RuleState = { ranges: [], looks: {} }) {
    this.#state = state;
  }

  whenTextEqualTo(text: string): this {
    return this.#when({ kind: 'TEXT_EQUAL_TO', text });
  }

  whenTextContains(text: string): this {
    return this.#when({ kind: 'TEXT_CONTAINS', text });
  }

  whenTextDoesNotContain(text: string): this {
    return this.#when({ kind: 'TEXT_DOES_NOT_CONTAIN', text });
  }

  whenTextStartsWith(text: string): this {
    return this.#when({ kind: 'TEXT_STARTS_WITH', text });
  }

  whenTextEndsWith(text: string): this {
    return this.#when({ kind: 'TEXT_ENDS_WITH', text });
  }

  whenCellEmpty(): this {
    return this.#when({ kind: 'CELL_EMPTY' });
  }

  whenCellNotEmpty(): this {
    return this.#when({ kind: 'CELL_NOT_EMPTY' });
  }

  whenFormulaSatisfied(formula: string): this {
    return this.#when({ kind: 'CUSTOM_FORMULA', text: formula });
  }

  setBackground(color: string | null): this {
    return this.#look({ ...this.#without('background'), ...(color === null ? {} : { background: color }) });
  }

  setFontColor(color: string | null): this {
    return this.#look({ ...this.#without('fontColor'), ...(color === null ? {} : { fontColor: color }) });
  }

  setBold(isBold: boolean | null): this {
    return this.#look({ ...this.#without('isBold'), ...(isBold === null ? {} : { isBold }) });
  }

  setRanges(ranges: readonly Range[]): this {
    this.#state = { ...this.#state, ranges: [...ranges] };
    return this;
  }

  build(): ConditionalFormatRule {
    const { ranges, condition, looks } = this.#state;
    if (condition === undefined) throw exception('A conditional format rule must have a condition.');
    if (ranges.length === 0) throw exception('A conditional format rule must have at least one range.');
    return new ConditionalFormatRule(ranges, condition, looks);
  }

  #when(condition: RuleCondition): this {
    this.#state = { ...this.#state, condition };
    return this;
  }

  #look(looks: RuleLooks): this {
    this.#state = { ...this.#state, looks };
    return this;
  }

  #without(name: keyof RuleLooks): RuleLooks {
    const { [name]: _taken, ...rest } = this.#state.looks;
    return rest;
  }
}

defineService(BooleanCondition, 'BooleanCondition', 'SpreadsheetApp.BooleanCondition', {
  getCriteriaType: [''],
  getCriteriaValues: [''],
  getBackground: [''],
  getFontColor: [''],
  getBold: [''],
});

defineService(ConditionalFormatRule, 'ConditionalFormatRule', 'SpreadsheetApp.ConditionalFormatRule', {
  getRanges: [''],
  getBooleanCondition: [''],
  getGradientCondition: [''],
  copy: [''],
});

defineService(
  ConditionalFormatRuleBuilder,
  'ConditionalFormatRuleBuilder',
  'SpreadsheetApp.ConditionalFormatRuleBuilder',
  {
    whenTextEqualTo: ['String'],
    whenTextContains: ['String'],
    whenTextDoesNotContain: ['String'],
    whenTextStartsWith: ['String'],
    whenTextEndsWith: ['String'],
    whenCellEmpty: [''],
    whenCellNotEmpty: [''],
    whenFormulaSatisfied: ['String'],
    setBackground: ['String', 'null'],
    setFontColor: ['String', 'null'],
    setBold: ['Boolean', 'null'],
    setRanges: ['Range[]'],
    build: [''],
  },
);
