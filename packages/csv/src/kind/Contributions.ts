/** Contributions (bijdrageregeling): the rows of one contribution are its distribution key, one row per member. */
import { type BudgetEvent, type BudgetLine, Canonical, Contribution } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import { lineOf, type RowContext, type RowInterpreter, requestOf } from "./RowInterpreter.ts"

interface Draft {
  readonly at: number
  readonly line: BudgetLine.BudgetLine
  readonly name: string
  readonly by: BudgetEvent.DistributionKey["by"]
  readonly weights: Array<BudgetEvent.DistributionKey["weights"][number]>
}

export const interpret = (context: RowContext): RowInterpreter => {
  const drafts = new Map<string, Draft>()
  return {
    row: (row) => {
      const contribution = Row.code(row, "contribution")
      const name = Row.code(row, "key")
      const by = Row.word(row, "by", kinds)
      const member = Row.code(row, "member")
      const weight = by === "equal" && Row.value(row, "weight") === "" ? "1" : Row.quantity(row, "weight")
      const line = lineOf(row)
      if (contribution === undefined || name === undefined || by === undefined) return undefined
      if (member === undefined || weight === undefined || line === undefined) return undefined
      const known = drafts.get(contribution) ?? { at: row.line, line, name, by, weights: [] }
      // One contribution has one line and one key.
      if (
        known.name !== name ||
        known.by !== by ||
        Canonical.stringify(known.line) !== Canonical.stringify(line)
      )
        return row.report(
          { _tag: "CodeTwice", code: contribution, first: known.at },
          Row.columnOf(row, "contribution"),
        )
      known.weights.push({ member, weight })
      drafts.set(contribution, known)
      return undefined
    },
    end: () =>
      [...drafts].map(([contribution, { at, line, name, by, weights }]) =>
        requestOf(context, {
          line: at,
          decide: Contribution.apportion(contribution, line, { name, by, weights }),
          identity: { request: "contribution", contribution, line, name, by, weights },
          former: (ids) => ids.row(["contribution", contribution, { line, name, by, weights }]),
        }),
      ),
  }
}

const kinds: ReadonlyMap<string, BudgetEvent.DistributionKey["by"]> = new Map([
  ["inwoners", "inhabitants"],
  ["aandelen", "shares"],
  ["gelijk", "equal"],
])
