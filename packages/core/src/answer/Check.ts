/**
 * The laws of the ledger, checked against one ledger at one position. `verify`, the audit page and the test kit use
 * this list.
 *
 * The tolerance is zero. Each check reports the number of comparisons and every breach.
 *
 * ```ts
 * Check.codes.length === Check.laws(ledger).length // => true
 * Check.law(ledger, Check.codes[0] ?? "coverage").breaches // => []
 * ```
 */
import * as Balances from "../fold/Balances.ts"
import * as Address from "../form/Address.ts"
import { formIds } from "../form/bbc3/index.ts"
import * as Identity from "../form/Identity.ts"
import * as Incidence from "../form/Incidence.ts"
import type { Layout, LayoutRow } from "../form/Layout.ts"
import * as LinearForm from "../form/LinearForm.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import * as Year from "../value/Year.ts"
import * as Additivity from "./Additivity.ts"
import { type CheckLaw, Comparisons, type LawBreach, nameOfCell } from "./Comparisons.ts"
import * as Coverage from "./Coverage.ts"
import * as Neutrality from "./Neutrality.ts"

export type { Compared, LawBreach } from "./Comparisons.ts"

/** The result of one law. */
export interface LawCheck {
  readonly law: LawCode
  readonly comparisons: number
  readonly breaches: ReadonlyArray<LawBreach>
}

/** Checks every law at a position; no law before a plan is adopted. */
export const laws = (
  ledger: Ledger.Ledger,
  { at = Ledger.position(ledger) }: Pick<Ledger.QuestionOptions, "at"> = {},
): ReadonlyArray<LawCheck> =>
  Ledger.planAt(ledger, at) === undefined ? [] : codes.map((code) => law(ledger, code, { at }))

/** Checks one law at a position. */
export const law = (
  ledger: Ledger.Ledger,
  code: LawCode,
  { at = Ledger.position(ledger) }: Pick<Ledger.QuestionOptions, "at"> = {},
): LawCheck => {
  const plan = Ledger.planAt(ledger, at)
  const comparisons = new Comparisons()
  if (plan !== undefined) checks[code]({ ledger, plan, at }, comparisons)
  return { law: code, comparisons: comparisons.count, breaches: comparisons.breaches }
}

/** Rows of two forms that count the same show the same amount. */
const tieOut: CheckLaw = ({ ledger, plan, at }, comparisons) => {
  const span = Year.list(plan.years)
  const balances = Balances.of(ledger.columns, at)
  const layouts = formIds.map((id) => Ledger.layout(ledger, id, plan))
  const tables = layouts.map((layout) => Statement.table(layout, balances, span))
  const amountOf = ({ table, row }: Identity.RowIndex, year: number): bigint =>
    (tables[table] as LinearForm.AmountTable)[row * span.length + year] as bigint
  const nameOf = ({ table, row }: Identity.RowIndex): string => {
    const { form, rows } = layouts[table] as Layout
    return `${form.id} ${Address.format(rows[row] as LayoutRow)}`
  }
  for (const { row, terms } of Identity.tieOuts(layouts, span.length)) {
    span.forEach((year, index) => {
      const sum = terms.reduce((total, term) => total + amountOf(term, index), 0n)
      comparisons.equal(amountOf(row, index), sum, {
        position: at,
        what: () => `${nameOf(row)} = ${terms.map(nameOf).join(" + ")}, ${year}`,
      })
    })
  }
}

/** The postings behind each cell sum to the cell. */
const explanation: CheckLaw = ({ ledger, plan, at }, comparisons) => {
  const { columns } = ledger
  const span = Year.list(plan.years)
  const balances = Balances.of(columns, at)
  const chains = columns.cells.map((_, slot) => {
    let sum = 0n
    for (const posting of columns.chain(slot, 0, at)) sum += columns.amountOf(posting)
    return sum
  })
  const sumOf = (places: ReadonlyArray<number>, year: Year.Year): bigint =>
    places.reduce((sum, place) => {
      const slot = columns.cellOfPlace(place, year)
      return slot === undefined ? sum : sum + (chains[slot] as bigint)
    }, 0n)
  for (const id of formIds) {
    const form = LinearForm.of(Ledger.layout(ledger, id, plan), span.length)
    const leaves = new Map<number, ReadonlyArray<bigint>>()
    for (const [leaf, places] of Incidence.of(form, columns).places)
      leaves.set(
        leaf,
        span.map((year) => sumOf(places, year)),
      )
    const exact = Statement.table(form.layout, balances, span)
    const { starts, rows, lags, factors } = form.down
    for (const row of form.layout.rows) {
      span.forEach((year, index) => {
        let sum = 0n
        for (let entry = starts[row.index] as number; entry < (starts[row.index + 1] as number); entry++) {
          const amount = leaves.get(rows[entry] as number)?.[index - (lags[entry] as number)] ?? 0n
          sum += amount * BigInt(factors[entry] as number)
        }
        comparisons.equal(sum, exact[row.index * span.length + index] as bigint, {
          position: at,
          what: () => nameOfCell(id, row, year),
        })
      })
    }
  }
}

const checks = {
  coverage: Coverage.check,
  tieOut,
  overheadNeutral: Neutrality.check("overheadNeutral"),
  passThroughNeutral: Neutrality.check("passThroughNeutral"),
  transferNeutral: Neutrality.check("transferNeutral"),
  adjustmentNeutral: Neutrality.check("adjustmentNeutral"),
  reversalZero: Neutrality.check("reversalZero"),
  contributionNeutral: Neutrality.check("contributionNeutral"),
  carryOverNeutral: Neutrality.check("carryOverNeutral"),
  homomorphism: Additivity.homomorphism,
  linearity: Additivity.linearity,
  explanation,
} satisfies Readonly<Record<Neutrality.NeutralityLaw, CheckLaw>> & Readonly<Record<string, CheckLaw>>

/** The code of a law. */
export type LawCode = keyof typeof checks

/** The codes of all laws, in the order of the report. */
export const codes = Object.keys(checks) as ReadonlyArray<LawCode>
