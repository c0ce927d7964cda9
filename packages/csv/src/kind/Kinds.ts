/** The row interpreter of each kind of file. */
import type { ImportKind } from "../header/Layout.ts"
import * as Actuals from "./Actuals.ts"
import * as Adjustments from "./Adjustments.ts"
import * as Commitments from "./Commitments.ts"
import * as Lines from "./Lines.ts"
import * as Openings from "./Openings.ts"
import * as Overheads from "./Overheads.ts"
import * as PassThroughs from "./PassThroughs.ts"
import * as PolicyTables from "./PolicyTables.ts"
import * as Repayments from "./Repayments.ts"
import type { RowContext, RowInterpreter } from "./RowInterpreter.ts"
import * as Rules from "./Rules.ts"
import * as Structures from "./Structures.ts"

/** Creates the interpreter of a kind; `table` is the name of the layout. */
export const interpreters: Readonly<
  Record<ImportKind, (context: RowContext, table: string) => RowInterpreter>
> = {
  structure: Structures.interpret,
  lines: Lines.interpret,
  // A list of the whole state has the rows of a file of lines; it is compared with the ledger as a whole.
  state: Lines.interpret,
  adjustment: Adjustments.interpret,
  commitments: Commitments.interpret,
  actuals: Actuals.interpret,
  overhead: Overheads.interpret,
  passthrough: PassThroughs.interpret,
  opening: Openings.interpret,
  repayments: Repayments.interpret,
  rules: Rules.interpret,
  indicators: PolicyTables.interpret,
  texts: PolicyTables.interpret,
}
