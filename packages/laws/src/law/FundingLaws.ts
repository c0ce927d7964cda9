/** Laws of conditional money: the parts with and without it sum to the whole in every cell of every form. */
import { Address, Adoption, Diff, Explain, Funding, formIds, Ledger, Money } from "@grootboek/core"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { amountsDiffer, type Breach, firstOf } from "../kit/Law.ts"
import { linesOf, ruleLaw, type Situation } from "./RuleLaw.ts"

/** The lines under the condition, and whether it is met. */
interface Drawn {
  readonly under: ReadonlyArray<boolean>
  readonly met: boolean
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  under: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
  met: fc.boolean(),
})

const rule = (situation: Situation, { under, met }: Drawn) => {
  const lines = linesOf(situation).filter((_, at) => under[at % under.length])
  if (lines.length === 0) return undefined
  const assigned = lines.map((line) => ({ line, condition: "V1", source: "toBeFinanced" as const }))
  return [
    Adoption.declare({ conditions: [{ code: "V1", name: "Genoeg externe financiering" }] }),
    Funding.assign(assigned),
    ...(met ? [Funding.judge({ condition: "V1", met, date: "2026-01-01" })] : []),
  ]
}

const cells = ({ ledger }: Situation, conditional: Funding.Conditional): ReadonlyMap<string, Money.Money> =>
  new Map(
    formIds.flatMap((form) => {
      const read = Ledger.statement(ledger, form, { conditional })
      return Result.isSuccess(read)
        ? read.success.rows.flatMap((row) =>
            row.cells.map(({ year, exact }): [string, Money.Money] => [
              `${form} ${Address.format(row)} ${year}`,
              exact,
            ]),
          )
        : []
    }),
  )

export const funding = [
  ruleLaw(
    "conditional money: the parts with and without it sum to the whole",
    "Cell by cell, in every form.",
    {
      drawn,
      rule,
      breaks: (after) => {
        const [without, only] = [cells(after, "without"), cells(after, "only")]
        return firstOf(cells(after, "with"), ([cell, exact]): Breach | undefined =>
          amountsDiffer(
            cell,
            Money.add(without.get(cell) ?? Money.zero, only.get(cell) ?? Money.zero),
            exact,
          ),
        )
      },
    },
  ),
  ruleLaw(
    "conditional money: a condition that is met changes no cell",
    "The figures without conditional money are then those with it.",
    {
      drawn: drawn.map((one) => ({ ...one, met: true })),
      rule,
      breaks: (after) => {
        const without = cells(after, "without")
        return firstOf(cells(after, "with"), ([cell, exact]) =>
          amountsDiffer(cell, without.get(cell) ?? Money.zero, exact),
        )
      },
    },
  ),
  ruleLaw(
    "conditional money: naming a condition moves no amount",
    "A source or a condition is a reading, not a posting.",
    {
      drawn,
      rule,
      breaks: (after, before) => {
        const then = cells(before, "with")
        return firstOf(cells(after, "with"), ([cell, exact]) =>
          amountsDiffer(cell, exact, then.get(cell) ?? Money.zero),
        )
      },
    },
  ),
  ruleLaw(
    "conditional money: a difference without it leads from the old to the new figures without it",
    "Old, new and every cause; a condition met in between is one of the causes.",
    {
      drawn,
      rule,
      breaks: (after, before) => {
        const [from, to] = [Ledger.position(before.ledger), Ledger.position(after.ledger)]
        return firstOf(["without", "only"] as const, (conditional) => {
          const found = Diff.between(after.ledger, { from, to }, { conditional })
          if (Result.isFailure(found)) return { what: found.failure._tag }
          const now = cells(after, conditional)
          return firstOf(found.success.cells, (cell) => {
            const name = `${cell.form} ${Address.format(cell)} ${cell.year}`
            const caused = Money.sum([...cell.causes.map(({ amount }) => amount), cell.unexplained])
            return (
              amountsDiffer(`causes of ${name}`, caused, cell.delta) ??
              amountsDiffer(name, cell.new, now.get(name) ?? cell.new) ??
              amountsDiffer(name, Money.add(cell.old, cell.delta), cell.new)
            )
          })
        })
      },
    },
  ),
  ruleLaw(
    "conditional money: an explanation without it sums to the cell without it",
    "Its postings are those of the remaining lines.",
    {
      drawn,
      rule,
      breaks: (after) =>
        firstOf(["without", "only"] as const, (conditional) =>
          firstOf(["M2", "T1"] as const, (form) => {
            const read = Ledger.statement(after.ledger, form, { conditional })
            if (Result.isFailure(read)) return undefined
            return firstOf(read.success.rows.slice(0, 12), (row) => {
              const [cell] = row.cells
              if (cell === undefined) return undefined
              const asked = { form, row: Address.format(row), year: cell.year }
              const recorded = Explain.cell(after.ledger, asked, { conditional })
              if (Result.isFailure(recorded)) return undefined
              const sum = Money.sum(recorded.success.postings.map(({ amount }) => amount))
              return amountsDiffer(`${form} ${asked.row}`, sum, cell.exact)
            })
          }),
        ),
    },
  ),
]
