/**
 * A sparse matrix: for each index, its entries that are not zero, one after another.
 */
/** The entries of index `i` are those from `starts[i]` up to `starts[i + 1]` of the other arrays. */
export interface SparseMatrix {
  readonly starts: Uint32Array
  readonly rows: Uint32Array
  /** Years between the amount of the leaf row and the cell that counts it. */
  readonly lags: Uint32Array
  readonly factors: Int32Array
}

/** An entry of a sparse matrix. */
export interface MatrixEntry {
  readonly row: number
  readonly lag: number
  readonly factor: number
}

/** Entries of a sparse matrix in any order, in columns: an object for each would take most of the time. */
export class Entries {
  private readonly indexes: Array<number> = []
  private readonly rows: Array<number> = []
  private readonly lags: Array<number> = []
  private readonly factors: Array<number> = []

  add(index: number, { row, lag, factor }: MatrixEntry): void {
    this.indexes.push(index)
    this.rows.push(row)
    this.lags.push(lag)
    this.factors.push(factor)
  }

  /** The matrix with so many indexes. Entries of one index keep their order. */
  matrix(length: number): SparseMatrix {
    const { indexes } = this
    const starts = new Uint32Array(length + 1)
    for (const index of indexes) starts[index + 1] = (starts[index + 1] as number) + 1
    for (let index = 0; index < length; index++)
      starts[index + 1] = (starts[index + 1] as number) + (starts[index] as number)
    const next = starts.slice()
    const rows = new Uint32Array(indexes.length)
    const lags = new Uint32Array(indexes.length)
    const factors = new Int32Array(indexes.length)
    indexes.forEach((index, entry) => {
      const target = next[index] as number
      rows[target] = this.rows[entry] as number
      lags[target] = this.lags[entry] as number
      factors[target] = this.factors[entry] as number
      next[index] = target + 1
    })
    return { starts, rows, lags, factors }
  }
}
