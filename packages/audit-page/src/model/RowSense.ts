/** Whether a larger amount in a row of a form improves the result: more receipts do, more expenditure does not. */
import { Address, Incidence, Ledger, LinearForm, type Money } from "@grootboek/core"

/** 1 when a larger amount improves the result, -1 when it worsens it, 0 when the row counts both. */
export type RowSense = 1 | -1 | 0

/** Returns the sense of each row of a form by its address, from the places that the row counts. */
export const of = (
  ledger: Ledger.Ledger,
  form: Parameters<typeof Ledger.layout>[1],
): ReadonlyMap<string, RowSense> => {
  const plan = Ledger.planAt(ledger)
  if (plan === undefined) return new Map()
  const { columns } = ledger
  const linear = LinearForm.of(Ledger.layout(ledger, form, plan), plan.years.last - plan.years.first + 1)
  const { places } = Incidence.of(linear, columns)
  const leaves = linear.layout.rows.map(({ index }) =>
    together(
      (places.get(index) ?? []).map((place) => {
        const found = columns.places[place]
        return found === undefined || found.phase === "debt" ? 0 : found.direction === "O" ? 1 : -1
      }),
    ),
  )
  const { starts, rows, factors } = linear.down
  return new Map(
    linear.layout.rows.map((row) => {
      const senses: Array<RowSense> = []
      for (let at = starts[row.index] ?? 0; at < (starts[row.index + 1] ?? 0); at++) {
        const leaf = leaves[rows[at] ?? 0]
        if (leaf !== undefined) senses.push((factors[at] ?? 0) < 0 ? turned[leaf] : leaf)
      }
      return [Address.format(row), together(senses) ?? 0]
    }),
  )
}

const turned = { 1: -1, 0: 0, [-1]: 1 } as const

/** Returns the sense that all have; 0 when they differ, undefined when there are none. */
const together = (senses: ReadonlyArray<RowSense>): RowSense | undefined => {
  const [first] = senses
  return senses.every((one) => one === first) ? first : 0
}

/** Returns the class of a change: `more` when it improves the result, `less` when it worsens it, and none otherwise. */
export const classOf = (sense: RowSense | undefined, delta: Money.Money): string => {
  if (sense === undefined || sense === 0 || delta === 0n) return ""
  return delta > 0n === sense > 0 ? "more" : "less"
}
