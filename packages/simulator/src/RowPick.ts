/** Rows as they are drawn: choices that a model turns into lines of a file. */
import type { BudgetLine } from "@grootboek/core"
import * as Files from "./Files.ts"
import type * as Model from "./Model.ts"

/** The choices of a row: where it books, and its amounts. */
export interface RowPick {
  readonly account: number
  readonly action: number
  readonly item: number
  readonly cents: Files.Cents
}

/** Returns the rows of a file; `from` keeps the accounts of a second file apart. */
export const rowsOf = (
  model: Model.PlanModel,
  picks: ReadonlyArray<RowPick>,
  from = 0,
): ReadonlyArray<Files.FileRow> =>
  picks.map(({ account, action, item, cents }, at) => {
    const { direction, prefix } = Files.accounts[account % Files.accounts.length] ?? Files.accounts[0]
    const code = Files.actions[action % Files.actions.length]
    // Each row has an account of its own, so that no row repeats another.
    const number = `${prefix}${`${model.serial * 10 + from + at}`.padStart(8 - prefix.length, "0")}`
    const line: BudgetLine.BudgetLine = {
      direction,
      account: number,
      policyItem: Files.policyItems[item % Files.policyItems.length] ?? "",
      ...(code === undefined ? {} : { action: code }),
    }
    return { line, cents }
  })

/** Returns rows in a line, for the name of a command. */
export const shown = (picks: ReadonlyArray<RowPick>): string =>
  picks
    .map(({ account, cents }) => {
      const { direction, prefix } = Files.accounts[account] ?? Files.accounts[0]
      return `${direction} ${prefix} ${cents.map(Files.decimal).join(" ")}`
    })
    .join(", ")
