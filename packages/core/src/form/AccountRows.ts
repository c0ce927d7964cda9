/** The rows that an account table may name. */
import { T2 } from "./bbc3/T2.ts"
import * as Dimension from "./Dimension.ts"

/** The leaves of T2 and the rows that split by sector, as `SECTION/ROW`. */
export const accountRows: ReadonlySet<string> = new Set([
  ...Dimension.rowSplits.map((split) => `${split.section}/${split.row}`),
  ...Object.values(T2.rows).flatMap((row) =>
    "count" in row ? [`${row.count.section}/${row.count.row}`] : [],
  ),
])
