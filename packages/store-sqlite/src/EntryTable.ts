/** The entries of a file, whatever the version of its tables. */
import type { Batch, Journal } from "@grootboek/core"

/** The operations on entries that each version of the tables implements. They throw the errors of the driver. */
export interface EntryTable {
  /** Inserts consecutive sealed rows. */
  readonly insert: (ledger: string, rows: ReadonlyArray<Batch.Row>) => void
  readonly last: (ledger: string) => Journal.Sealed | undefined
  /** Returns entries after a position, in order and at most `size`; none only when there are none. */
  readonly page: (
    ledger: string,
    range: { readonly after: number; readonly size: number },
  ) => ReadonlyArray<Journal.Sealed>
  readonly find: (ledger: string, ids: ReadonlyArray<string>) => ReadonlyArray<Batch.Row>
  readonly positions: (ledger: string, ids: ReadonlyArray<string>) => ReadonlyArray<number>
  readonly names: () => ReadonlyArray<string>
  /** Forgets what a transaction wrote that is rolled back. */
  readonly forget: () => void
}
