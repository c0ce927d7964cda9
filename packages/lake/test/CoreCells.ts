/** The cells of every form as core has them, to compare with the answer of an engine. */
import { Balances, type FormId, Funding, forms, type Layout, Ledger, Statement, Year } from "@grootboek/core"
import type { FormQuery } from "@grootboek/lake"
import * as Result from "effect/Result"

/** Cells that are not zero, by ledger, section, group, code and year. A group is `-` outside groups. */
export type CellAmounts = ReadonlyMap<string, bigint>

/** Returns the exact amounts of a ledger; `undefined` when core refuses the moment. */
export const of = (
  name: string,
  ledger: Ledger.Ledger,
  question: FormQuery.LakeQuestion,
): CellAmounts | undefined => cells(name, ledger, question, (_, exact) => exact)

/** Returns the printed figures of a ledger; `undefined` when core refuses the moment. */
export const printed = (
  name: string,
  ledger: Ledger.Ledger,
  question: FormQuery.LakeQuestion,
): CellAmounts | undefined =>
  cells(name, ledger, question, (layout, exact) => Statement.print(layout, exact, "form"))

const cells = (
  name: string,
  ledger: Ledger.Ledger,
  { form, at, years, conditional = "with" }: FormQuery.LakeQuestion,
  figures: (layout: Layout.Layout, exact: Statement.RowAmounts) => Statement.RowAmounts,
): CellAmounts | undefined => {
  const position = Ledger.moment(ledger, at)
  if (Result.isFailure(position)) return undefined
  const plan = Ledger.planAt(ledger, position.success)
  if (plan === undefined) return undefined
  const layout = Ledger.layout(ledger, form, plan)
  const span = Year.list(plan.years)
  const balances = Funding.reach(plan, conditional)(Balances.of(ledger.columns, position.success))
  const amounts = figures(layout, Statement.amounts(layout, balances, span))
  const shown = new Set(
    Ledger.yearsShown(form, plan).filter((year) => years === undefined || Year.within(years, year)),
  )
  const out = new Map<string, bigint>()
  for (const row of layout.rows)
    span.forEach((year, at) => {
      const amount = amounts[row.index]?.[at] ?? 0n
      if (amount !== 0n && shown.has(year)) out.set(key(name, form, row, year), amount)
    })
  return out
}

const rest = "\u001frest"

const key = (
  name: string,
  form: FormId,
  { section, code, group }: { readonly section: string; readonly code: string; readonly group: string },
  year: number,
): string => {
  const shape = forms[form]
  if (group === "" || shape.kind === "fixed") return keyOf([name, section, "-", code, year])
  const own = group === rest ? "" : group
  // The code of a row in a group begins with that of the group, or the section is the name of the group.
  if (shape.address === "group") return keyOf([name, "", own, code, year])
  const lead = group === rest ? (shape.rest ?? "") : group
  return keyOf([name, section, own, code.slice(lead.length + 1), year])
}

/** Returns the key of a cell. */
export const keyOf = (parts: ReadonlyArray<string | number>): string => parts.join("\u001f")
