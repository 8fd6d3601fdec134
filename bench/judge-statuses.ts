/** Compares what the sheet says with what the platform did. */

/** Rows by how true their status is. */
export interface Judgement {
  /** Rows that say done although the platform did nothing, or say nothing although it did. */
  readonly wrongRows: number;
  /** Rows that say that it is not known; running again settles them. */
  readonly unsureRows: number;
  /** Rows that say done, and the platform agrees. */
  readonly doneRows: number;
}

/** What is compared; `statuses[i]` belongs to the row with the key `keys[i]`. */
export interface Evidence {
  readonly keys: readonly string[];
  readonly statuses: readonly string[];
  readonly confirmedKeys: ReadonlySet<string>;
  readonly doneStatuses: ReadonlySet<string>;
  readonly unsureStatuses: ReadonlySet<string>;
}

/** Judges every row. */
export function judgeStatuses({ keys, statuses, confirmedKeys, doneStatuses, unsureStatuses }: Evidence): Judgement {
  let [wrongRows, unsureRows, doneRows] = [0, 0, 0];
  keys.forEach((key, rowIndex) => {
    const status = statuses[rowIndex] ?? '';
    const isConfirmed = confirmedKeys.has(key);
    if (unsureStatuses.has(status)) unsureRows += 1;
    else if (doneStatuses.has(status) !== isConfirmed) wrongRows += 1;
    else if (isConfirmed) doneRows += 1;
  });
  return { wrongRows, unsureRows, doneRows };
}
