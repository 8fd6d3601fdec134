import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProof, parseProof } from '../../../src/core/ledger/buckets.ts';
import {
  confirmedMs,
  knownKey,
  type Ledger,
  type LedgerChange,
  proofOf,
  readLedger,
  withChange,
} from '../../../src/core/ledger/ledger.ts';
import { ledgerKey } from '../../../src/core/ledger/ledger-line.ts';
import { contentTag } from '../../../src/core/ledger/open-tries.ts';
import { indexesToKeep } from '../../../src/core/ledger/tidy-ledger.ts';
import { murmurHash } from '../../../src/core/terms/murmur-hash.ts';
import { sequencesTried } from '../sequences.ts';

/** How many sequences are tried; `LISTING_SYNC_SEQUENCES=10000 npx vitest run test/core/ledger` tries more. */
const SEQUENCES = sequencesTried(60);

const PLACE = '0123abcd';
const IDS = ['A1', 'B2', 'C3', 'D4'];
const CONTENTS = ['v1', 'v2', 'v3'];

const nameOf = (id: string) => `MLSNumber ${id}`;
const keyOf = (id: string) => ledgerKey({ place: PLACE, name: nameOf(id) });
const printOf = (content: string) => `v1:${murmurHash(content)}`;

/** Where an execution dies: before the first flush, before the requests, after them, before the second flush, or never. */
const DEATHS = [
  'before open',
  'before requests',
  'after requests',
  'before outcomes',
  'before settled',
  'never',
] as const;

type Fate = 'answered' | 'lost' | 'late';

type Step =
  | {
      readonly kind: 'run';
      readonly rows: readonly { readonly id: string; readonly content: string; readonly fate: Fate }[];
      readonly death: (typeof DEATHS)[number];
    }
  | { readonly kind: 'arrive' }
  | { readonly kind: 'sort' }
  | { readonly kind: 'compact' }
  | { readonly kind: 'delete'; readonly at: number }
  | { readonly kind: 'edit'; readonly at: number; readonly content: string }
  | { readonly kind: 'repeat'; readonly at: number }
  | { readonly kind: 'restore'; readonly at: number }
  | { readonly kind: 'clear' };

const id = fc.constantFrom(...IDS);
const content = fc.constantFrom(...CONTENTS);
const at = fc.nat({ max: 30 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('run' as const),
      rows: fc.uniqueArray(
        fc.record({ id, content, fate: fc.constantFrom<Fate>('answered', 'answered', 'answered', 'lost', 'late') }),
        { selector: (row) => row.id, minLength: 1, maxLength: 4 },
      ),
      death: fc.oneof(fc.constant('never' as const), fc.constantFrom(...DEATHS)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('arrive' as const, 'sort' as const, 'compact' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'repeat' as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const), at, content }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear' as const) }) },
);

/** A spreadsheet with its ledger, and the platform. */
class World {
  texts: readonly string[] = [];
  proof: string | null = null;
  readonly #platform = new Map<string, string>();
  /** Requests that may still arrive; until the next run over their key is through. */
  #late: { readonly id: string; readonly content: string; runs: number }[] = [];
  readonly #versions: (readonly string[])[] = [];

  read(): Ledger {
    return readLedger(this.texts, parseProof(this.proof), 'file');
  }

  take(one: Step): void {
    this.#versions.push(this.texts);
    const { texts } = this;
    switch (one.kind) {
      case 'run':
        this.#run(one);
        break;
      case 'arrive':
        for (const request of this.#late) this.#platform.set(request.id, request.content);
        this.#late = [];
        break;
      case 'sort':
        this.texts = texts.toSorted();
        break;
      case 'compact':
        this.texts = indexesToKeep(texts, this.read()).map((index) => texts[index] ?? '');
        break;
      case 'delete':
        this.texts = texts.filter((_, index) => index !== one.at);
        break;
      case 'repeat':
        this.texts = [...texts, ...texts.slice(one.at, one.at + 1)];
        break;
      case 'edit':
        this.texts = texts.map((text, index) =>
          index === one.at ? text.replace(/v1:[0-9a-f]{32}/, printOf(one.content)) : text,
        );
        break;
      case 'restore':
        this.texts = this.#versions[one.at % this.#versions.length] ?? [];
        break;
      case 'clear':
        this.texts = [];
        break;
      default:
        one satisfies never;
    }
  }

  /** Writes a checkpoint as the server does; `false` where the execution dies in it. */
  #checkpoint(
    ledger: Ledger,
    change: LedgerChange,
    death: 'before flush' | 'before settled' | 'never',
  ): Ledger | undefined {
    const next = withChange(ledger, change);
    this.proof = formatProof(proofOf(ledger, next.ledger));
    if (death === 'before flush') return undefined;
    this.texts = [...this.texts, ...next.rows.map(([text]) => text)];
    if (death === 'before settled') return undefined;
    this.proof = formatProof(proofOf(next.ledger));
    return next.ledger;
  }

  #run({ rows, death }: Extract<Step, { kind: 'run' }>): void {
    const begun = this.read();
    const known = new Map(rows.map((row) => [row.id, knownKey(begun, keyOf(row.id)).tried]));
    const hasOtherTry = (row: (typeof rows)[number]) => {
      const tried = known.get(row.id);
      return tried !== undefined && tried !== contentTag(printOf(row.content));
    };
    const opened = rows.map((row) => ({
      key: keyOf(row.id),
      content: contentTag(hasOtherTry(row) ? '' : printOf(row.content)),
    }));
    const open = this.#checkpoint(
      begun,
      { settled: [], closed: [], opened },
      death === 'before open' ? 'before flush' : death === 'before requests' ? 'before settled' : 'never',
    );
    if (open === undefined) return;
    // What has not arrived by the run after the next one never does.
    for (const row of rows) this.#send(row, death === 'after requests');
    if (death === 'after requests') return;
    const settled = rows.map((row) => {
      const isOther = hasOtherTry(row);
      const state = row.fate === 'answered' && !isOther ? ('confirmed' as const) : ('unclear' as const);
      const fingerprint = row.fate !== 'answered' && isOther ? '' : printOf(row.content);
      const line = { state, operation: 'update' as const, fingerprint, atMs: 1, tabId: 1, place: PLACE };
      return { line: { ...line, name: nameOf(row.id) }, body: '' };
    });
    const ending = death === 'before outcomes' ? 'before flush' : death === 'before settled' ? death : 'never';
    this.#checkpoint(open, { settled, closed: [], opened: [] }, ending);
  }

  #send({ id: key, content: sent, fate }: { id: string; content: string; fate: Fate }, isCutOff: boolean): void {
    const isAnswered = fate === 'answered' && !isCutOff;
    for (const request of this.#late.filter((one) => one.id === key)) {
      if (request.runs > 0) {
        this.#platform.set(key, request.content);
        this.#late = this.#late.filter((one) => one !== request);
      } else if (isAnswered) request.runs += 1;
    }
    if (fate === 'late') this.#late.push({ id: key, content: sent, runs: 0 });
    else if (fate === 'answered' || isCutOff) this.#platform.set(key, sent);
  }

  has(key: string): string | undefined {
    return this.#platform.get(key);
  }
}

describe('whatever happens to a ledger', () => {
  it('it confirms a content only where the platform has exactly that', () => {
    let confirmed = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        const world = new World();
        for (const one of steps) {
          world.take(one);
          const ledger = world.read();
          for (const key of IDS) {
            const found = CONTENTS.filter((text) => confirmedMs(ledger, keyOf(key), printOf(text)) !== undefined);
            confirmed += found.length;
            if (found.length > 0) expect(found).toEqual([world.has(key)]);
          }
        }
      }),
      { numRuns: SEQUENCES },
    );
    // A ledger that never confirms anything would be right as well.
    expect(confirmed).toBeGreaterThan(SEQUENCES);
  });
});
