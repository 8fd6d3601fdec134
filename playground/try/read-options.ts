/** Reads the command line of `npm run try`. */
import { parseArgs } from 'node:util';
import { type Attempt, done, problem } from './attempt.ts';

/** What identifies a listing. */
type TryKeyType = (typeof KEY_TYPES)[number];

/** What becomes of a row that misses a required field. */
type TryMissing = (typeof MISSING_POLICIES)[number];

/** A command line that was understood. */
export type TryCommand = { readonly kind: 'help' } | ({ readonly kind: 'try' } & TryOptions);

/** What to try. Whatever is absent is left to the add-on. */
export interface TryOptions {
  readonly filePath: string;
  /** By a name that the add-on knows; it refuses any other and says which there are. */
  readonly action: string;
  /** Fixed values by field name. */
  readonly fixed: Readonly<Record<string, string>>;
  readonly keyType?: TryKeyType;
  /** How many rows below the header to run, from 1. */
  readonly limit?: number;
  readonly missing?: TryMissing;
  readonly outPath?: string;
  /** Where every request that left is written, one JSON object a line. */
  readonly requestsPath?: string;
  /** Such as `de_DE`. */
  readonly locale?: string;
  /** Whether the stand-in has only its demo records, so that everything else is *Not found*. */
  readonly isStrict: boolean;
  /** Whether the stand-in asks for no more than the documents' own examples send. */
  readonly isLenient: boolean;
  /** Whether the recipe of a recognised export is applied before the run. */
  readonly appliesRecipe: boolean;
  readonly agreesToDeletes: boolean;
}

const KEY_TYPES = ['MLSNumber', 'URL', 'NewOaks'] as const;
const MISSING_POLICIES = ['hold', 'send'] as const;

const OPTIONS = {
  action: { type: 'string', default: 'sync' },
  fixed: { type: 'string', multiple: true },
  key: { type: 'string' },
  limit: { type: 'string' },
  missing: { type: 'string' },
  out: { type: 'string' },
  requests: { type: 'string' },
  lenient: { type: 'boolean', default: false },
  recipe: { type: 'boolean', default: false },
  locale: { type: 'string' },
  'strict-records': { type: 'boolean', default: false },
  'yes-delete': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What `--help` prints. */
export const HELP = `npm run try -- <file.csv | events.jsonl> [options]

Runs the add-on over a CSV file, in the emulator and against the stand-in for the platform; nothing leaves this machine.
Messages (realestate/listing#update, as .json or .jsonl) are taken into an empty sheet first, as a paste would be.
Prints what became of every row and writes the resulting sheet as <file>.synced.csv into the current directory.

  --action name                what to do with the rows, such as push or delete (default: sync); a wrong name lists all;
                               check tells what a run would do, and sends nothing
  --fixed Field=value          the same value for every row, such as CurrencySymbol=$; can be repeated
  --key MLSNumber|URL|NewOaks  what identifies a listing (default: MLSNumber, then URL)
  --limit n                    run only the first n rows below the header
  --missing hold|send          what to do with a row that misses a required field (default: hold)
  --out path                   where to write the resulting CSV
  --requests path              write every request that left, one JSON object a line: row, endpoint, body
  --recipe                     apply what is proposed for the recognised export, as one press under Mapping does
  --lenient                    the stand-in asks for no field that the documents' own examples leave out
  --locale xx_XX               the spreadsheet's locale, such as de_DE (default: en_US)
  --strict-records             the stand-in knows only its demo records; other keys are Not found
  --yes-delete                 agree to deletes; without it a run that would delete does not start
  --help                       this text`;

/** Reads the arguments after the program's name. */
export function readOptions(args: readonly string[]): Attempt<TryCommand> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help) return done({ kind: 'help' });
  const [filePath, ...others] = positionals;
  if (filePath === undefined)
    return problem('Name a CSV file or a file of messages, such as: npm run try -- listings.csv');
  if (others.length > 0) return problem(`Name one file only; "${others.join(' ')}" is too much.`);
  return readValues(values, filePath);
}

type OptionValues = ReturnType<typeof parseStrictly>['values'];

function readValues(values: OptionValues, filePath: string): Attempt<TryCommand> {
  const key = optional(values.key, (text) => choice('--key', text, KEY_TYPES));
  if (!key.ok) return key;
  const missing = optional(values.missing, (text) => choice('--missing', text, MISSING_POLICIES));
  if (!missing.ok) return missing;
  const limit = optional(values.limit, readLimit);
  if (!limit.ok) return limit;
  const locale = optional(values.locale, readLocale);
  if (!locale.ok) return locale;
  const fixed = readFixed(values.fixed ?? []);
  if (!fixed.ok) return fixed;
  return done({
    kind: 'try',
    filePath,
    action: values.action,
    fixed: fixed.value,
    ...(key.value !== undefined && { keyType: key.value }),
    ...(limit.value !== undefined && { limit: limit.value }),
    ...(missing.value !== undefined && { missing: missing.value }),
    ...(values.out !== undefined && { outPath: values.out }),
    ...(values.requests !== undefined && { requestsPath: values.requests }),
    ...(locale.value !== undefined && { locale: locale.value }),
    isStrict: values['strict-records'],
    isLenient: values.lenient,
    appliesRecipe: values.recipe,
    agreesToDeletes: values['yes-delete'],
  });
}

function parse(args: readonly string[]): Attempt<ReturnType<typeof parseStrictly>> {
  try {
    return done(parseStrictly(args));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return problem(`${reason.split('. ')[0]}. See --help.`);
  }
}

function parseStrictly(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}

function optional<T>(text: string | undefined, read: (text: string) => Attempt<T>): Attempt<T | undefined> {
  return text === undefined ? done(undefined) : read(text);
}

function choice<const T extends string>(option: string, text: string, choices: readonly T[]): Attempt<T> {
  const chosen = choices.find((candidate) => candidate === text);
  return chosen === undefined ? problem(`${option} is one of ${choices.join(', ')}, not "${text}".`) : done(chosen);
}

function readLimit(text: string): Attempt<number> {
  const limit = Number(text);
  return Number.isSafeInteger(limit) && limit > 0
    ? done(limit)
    : problem(`--limit is a whole number from 1, not "${text}".`);
}

function readLocale(text: string): Attempt<string> {
  return /^[a-z]{2}_[A-Z]{2}$/.test(text) ? done(text) : problem(`--locale looks like de_DE, not "${text}".`);
}

/** A value may hold `=` itself: only the first one separates. */
function readFixed(texts: readonly string[]): Attempt<Readonly<Record<string, string>>> {
  const fixed = new Map<string, string>();
  for (const text of texts) {
    const match = /^\s*(\w+)\s*=(.+)$/s.exec(text);
    const [, field, value] = match ?? [];
    if (field === undefined || value === undefined) return problem(`--fixed is Field=value, not "${text}".`);
    if (fixed.has(field)) return problem(`--fixed names ${field} twice.`);
    fixed.set(field, value);
  }
  return done(Object.fromEntries(fixed));
}
