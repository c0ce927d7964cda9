/** The limits of a spreadsheet file. A file within them is read in bounded memory. */

/** Limits on a file, its parts and its sheets. */
export interface Caps {
  /** Of the file itself, packed. */
  readonly packedBytes: number
  /** Parts of the file, and what a list of it may name: relations and sheets. */
  readonly entries: number
  /** Of all parts together, unpacked. */
  readonly inflatedBytes: number
  /** Ratio of unpacked to packed bytes, for a part of more than a mebibyte. */
  readonly ratio: number
  readonly sharedStrings: number
  /** Of all shared strings together. */
  readonly sharedCharacters: number
  readonly rows: number
  readonly columns: number
  /** Cells of one sheet. */
  readonly cells: number
  /** Characters of one row. */
  readonly rowCharacters: number
  /** Merged ranges of one sheet. */
  readonly merges: number
  /** Nested XML elements. */
  readonly depth: number
  /** Characters of XML without an end of a tag or a text. */
  readonly xmlCharacters: number
}

/** The default limits: ample for the budget of a region. */
export const caps: Caps = {
  packedBytes: 64 << 20,
  entries: 1_000,
  inflatedBytes: 256 << 20,
  ratio: 200,
  sharedStrings: 1_000_000,
  sharedCharacters: 32 << 20,
  rows: 1_048_576,
  columns: 500,
  cells: 10_000_000,
  rowCharacters: 1 << 20,
  merges: 100_000,
  depth: 100,
  xmlCharacters: 1 << 19,
}

/** The longest text of a cell, in every spreadsheet program. */
export const longestText = 32_767
