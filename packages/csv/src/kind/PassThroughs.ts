/** Shares paid on to partners (doorstorting): the rows of one action are one request. */
import { type BudgetEvent, PassThrough } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import { type RowContext, type RowInterpreter, requestOf } from "./RowInterpreter.ts"

export const interpret = (context: RowContext): RowInterpreter => {
  const actions = new Map<
    string,
    { readonly line: number; readonly shares: Array<BudgetEvent.PartnerShare> }
  >()
  return {
    row: (row) => {
      const action = Row.code(row, "action")
      const partner = Row.code(row, "partner")
      const percent = Row.percent(row, "percent")
      if (action === undefined || partner === undefined || percent === undefined) return undefined
      const known = actions.get(action)
      if (known === undefined) actions.set(action, { line: row.line, shares: [{ partner, percent }] })
      else known.shares.push({ partner, percent })
      return undefined
    },
    end: () =>
      [...actions].map(([action, { line, shares }]) =>
        requestOf(context, {
          line,
          decide: PassThrough.passOn(action, shares),
          identity: { request: "passthrough", action, shares },
          former: (ids) => ids.row([action, ...shares.flatMap(({ partner, percent }) => [partner, percent])]),
        }),
      ),
  }
}
