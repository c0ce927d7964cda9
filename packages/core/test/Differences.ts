/** Differences as text, and as two statements show them. */
import { Diff, type Funding, Ledger, Money, type Statement } from "@grootboek/core"
import { get } from "./AdjustedPlan.ts"

export { get } from "./AdjustedPlan.ts"

/** Returns each changed cell as text: address, year, old and new amount, change, causes. */
export const texts = (cells: ReadonlyArray<Diff.ChangedCell>) =>
  cells.map(
    ({ section, code, year, old, new: now, delta, causes, unexplained }) =>
      `${section}/${code} ${year}: ${[old, now, delta].map(Money.format).join(" ")}${causes
        .map(
          (one) => `; ${one.entry} ${one.event} ${one.kind} ${one.text ?? "-"} ${Money.format(one.amount)}`,
        )
        .join("")}${unexplained === 0n ? "" : `; unexplained ${Money.format(unexplained)}`}`,
  )

/** The forms that are compared. */
export const read = ["M1", "M2", "M3"] as const

/** Returns the positions of the first two versions of the plan. */
export const versions = (of: Ledger.Ledger) => ({
  from: get(Ledger.moment(of, "plan:2026/0")),
  to: get(Ledger.moment(of, "plan:2026/1")),
})

/** Returns every cell of a few forms that differs between two moments, from two statements. */
export const byStatements = (
  of: Ledger.Ledger,
  from: number,
  to: number,
  conditional: Funding.Conditional = "with",
) =>
  read.flatMap((form) => {
    const [before, after] = [from, to].map((at) => get(Ledger.statement(of, form, { at, conditional })))
    const at = (statement: Statement.Statement | undefined) =>
      new Map(
        statement?.rows.flatMap((row) =>
          row.cells.map(({ year, exact }) => [`${form} ${row.section}/${row.code} ${year}`, exact] as const),
        ),
      )
    const [then, now] = [at(before), at(after)]
    return [...new Set([...then.keys(), ...now.keys()])].flatMap((cell) => {
      const delta = (now.get(cell) ?? 0n) - (then.get(cell) ?? 0n)
      return delta === 0n ? [] : [`${cell}: ${Money.format(Money.ofMicros(delta))}`]
    })
  })

/** Returns the same cells from the difference. */
export const byDiff = (of: Ledger.Ledger, from: number, to: number, conditional?: Funding.Conditional) =>
  get(Diff.between(of, { from, to, forms: read }, { conditional })).cells.map(
    ({ form, section, code, year, delta }) => `${form} ${section}/${code} ${year}: ${Money.format(delta)}`,
  )
