/** Whether a way of printing allows the figures of an identity. */
import type * as Identity from "../form/Identity.ts"
import type * as Statement from "../ledger/Statement.ts"
import * as PrintedRange from "./PrintedRange.ts"
import type * as Published from "./Published.ts"

/**
 * Whether one way of printing allows an identity. `hidden`: only when printed zeros hide amounts that round to zero;
 * `unknown`: an amount is not known.
 */
export type Allowance = "unknown" | "allowed" | "hidden" | "broken"

/** What is known about the cells of tables and the identities between them. */
export interface PrintingSetup {
  /** By table: tests whether a cell that was not printed is known to be zero. */
  readonly nothing: ReadonlyArray<(row: number, year: number) => boolean>
  /** By identity: whether its figures agree as printed, or within the tolerance. */
  readonly differences: ReadonlyArray<"none" | "tolerated" | "larger">
  readonly by: "tolerance" | "range"
}

/** Returns the allowance of an identity, computed once for the policies of the tables that it touches. */
export const allowances = (tables: ReadonlyArray<Published.LaidTable>, setup: PrintingSetup) => {
  const { nothing, differences, by } = setup
  const known = new Map<string, Allowance>()
  return (
    index: number,
    identity: Identity.Identity,
    policies: ReadonlyArray<Statement.Policy>,
    touched: ReadonlyArray<number>,
  ): Allowance => {
    const key = `${index} ${touched.map((table) => policies[table]).join(" ")}`
    const found = known.get(key)
    if (found !== undefined) return found
    const readings = (zeros: "nothing" | "rounded") =>
      tables.map(
        (table, at): PrintedRange.TableReading => ({
          table,
          policy: policies[at] ?? "form",
          zeros,
          isNothing: nothing[at] ?? (() => false),
        }),
      )
    const allowance =
      by === "range"
        ? ranged(readings, identity)
        : tolerated(readings("nothing"), identity, differences[index])
    known.set(key, allowance)
    return allowance
  }
}

const ranged = (
  readings: (zeros: "nothing" | "rounded") => ReadonlyArray<PrintedRange.TableReading>,
  identity: Identity.Identity,
): Allowance => {
  const strict = PrintedRange.allows(readings("nothing"), identity)
  if (strict === undefined) return "unknown"
  return strict
    ? "allowed"
    : PrintedRange.allows(readings("rounded"), identity) === true
      ? "hidden"
      : "broken"
}

const tolerated = (
  readings: ReadonlyArray<PrintedRange.TableReading>,
  { kind, cell }: Identity.Identity,
  difference: PrintingSetup["differences"][number] = "none",
): Allowance => {
  const { table, policy = "form" } = readings[cell.table] ?? {}
  const row = table?.layout.rows[cell.row]
  const isSum = kind !== "tie" && row !== undefined && PrintedRange.isPrintedSum(row, policy)
  return difference === "none" || (difference === "tolerated" && !isSum) ? "allowed" : "broken"
}
