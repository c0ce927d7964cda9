/** A part of a table of the lake: columns of equal length, each with its type. */

/** The values of a column: a text, a whole number of 32 bits, a whole number of 64 bits, or a flag. Texts may be absent. */
export type LakeColumn =
  | { readonly type: "text"; readonly values: ReadonlyArray<string | undefined> }
  | { readonly type: "int"; readonly values: Int32Array | ReadonlyArray<number | undefined> }
  | { readonly type: "long"; readonly values: BigInt64Array }
  | { readonly type: "flag"; readonly values: ReadonlyArray<boolean> }

export type ColumnType = LakeColumn["type"]

/** The columns of a table by name, in order. */
export type LakeColumns = Readonly<Record<string, LakeColumn>>

/** A part of a table: the rows that belong to some entries of one ledger. */
export interface LakeTable {
  readonly name: string
  readonly rows: number
  readonly columns: LakeColumns
}

export const of = (name: string, rows: number, columns: LakeColumns): LakeTable => ({ name, rows, columns })

export const texts = <Row>(
  rows: ReadonlyArray<Row>,
  value: (row: Row) => string | undefined,
): Extract<LakeColumn, { readonly type: "text" }> => ({ type: "text", values: rows.map(value) })

export const ints = <Row>(
  rows: ReadonlyArray<Row>,
  value: (row: Row) => number | undefined,
): Extract<LakeColumn, { readonly type: "int" }> => ({ type: "int", values: rows.map(value) })

export const flags = <Row>(
  rows: ReadonlyArray<Row>,
  value: (row: Row) => boolean,
): Extract<LakeColumn, { readonly type: "flag" }> => ({ type: "flag", values: rows.map(value) })
