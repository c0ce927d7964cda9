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
import * as Result from "effect/Result"
import * as Balances from "../fold/Balances.ts"
import type { Columns } from "../fold/Columns.ts"
import * as Address from "../form/Address.ts"
import { formIds } from "../form/bbc3/index.ts"
import * as Dimension from "../form/Dimension.ts"
import * as Identity from "../form/Identity.ts"
import * as Incidence from "../form/Incidence.ts"
import type { Layout } from "../form/Layout.ts"
import * as LinearForm from "../form/LinearForm.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import { format as formatPlace, type Phase, type Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Year from "../value/Year.ts"
import { type CheckLaw, Comparisons, type LawBreach } from "./Comparisons.ts"
import * as Diff from "./Diff.ts"
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

/** Every balance has dimensions, and counts once in every form that claims to be complete. */
const coverage: CheckLaw = ({ ledger, plan, at }, comparisons) => {
  const { columns } = ledger
  const complete = formIds.flatMap((id) => completeForm(Ledger.layout(ledger, id, plan)))
  const byPlace = columns.places.map((place) => {
    const dimensions = Dimension.of(plan.structure, place)
    if (Dimension.isUnplaced(dimensions)) return undefined
    if (dimensions.section === "result") return []
    return complete
      .filter(({ phases }) => phases.has(place.phase))
      .map(({ id, countOf }) => ({ id, times: BigInt(countOf(place)) }))
  })
  Balances.of(columns, at).amounts.forEach((amount, slot) => {
    if (amount === 0n) return
    const counts = byPlace[columns.cellPlaces[slot] as number]
    const what = () => nameOfSlot(columns, slot)
    comparisons.equal(counts === undefined ? amount : 0n, 0n, { position: at, what })
    for (const { id, times } of counts ?? [])
      comparisons.equal(times * amount, amount, { position: at, what: () => `${id}: ${what()}` })
  })
}

/** A form, or one section of it, in which every place of some phases counts once. */
interface CompleteForm {
  readonly id: string
  readonly phases: ReadonlySet<Phase>
  /** How many leaf rows count a place. */
  readonly countOf: (place: Place) => number
}

const completeForm = (layout: Layout): ReadonlyArray<CompleteForm> => {
  const { id, complete } = layout.form
  if (complete === undefined) return []
  const leaves = new Map(
    layout.rows.flatMap(({ index, section, count }) =>
      count !== undefined && (complete === true || section === complete) ? [[index, count]] : [],
    ),
  )
  return [
    {
      id,
      phases: new Set(
        [...leaves.values()]
          .filter(({ section }) => section !== "result")
          .map(({ phase = "estimate" }) => phase),
      ),
      countOf: (place) => layout.leavesOf(place).filter((leaf) => leaves.has(leaf)).length,
    },
  ]
}

const nameOfSlot = ({ places, cellPlaces, cellYears }: Columns, slot: number): string =>
  `${formatPlace(places[cellPlaces[slot] as number] as Place)} ${cellYears[slot]}`

/** Rows of two forms that count the same show the same amount. */
const tieOut: CheckLaw = ({ ledger, plan, at }, comparisons) => {
  const span = Year.list(plan.years)
  const balances = Balances.of(ledger.columns, at)
  const layouts = formIds.map((id) => Ledger.layout(ledger, id, plan))
  const tables = layouts.map((layout) => Statement.table(layout, balances, span))
  const amountOf = ({ table, row }: Identity.RowIndex, year: number): bigint =>
    tables[table]?.[row * span.length + year] ?? 0n
  const nameOf = ({ table, row }: Identity.RowIndex): string => {
    const layout = layouts[table]
    const found = layout?.rows[row]
    return found === undefined ? "" : `${layout?.form.id} ${Address.format(found)}`
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

/** The balances before the last version of the plan plus the later postings are the balances now. */
const homomorphism: CheckLaw = ({ ledger, plan, at }, comparisons) => {
  const { columns } = ledger
  const before = splitOf(plan.versions, at)
  const sums = Balances.of(columns, before).amounts.slice()
  for (let index = columns.endOf(before); index < columns.endOf(at); index++) {
    const slot = columns.cellOfPosting(index)
    sums[slot] = (sums[slot] ?? 0n) + columns.amountOf(index)
  }
  Balances.of(columns, at).amounts.forEach((amount, slot) => {
    comparisons.equal(sums[slot] ?? 0n, amount, { position: at, what: () => nameOfSlot(columns, slot) })
  })
}

/** A difference of more postings than this is not split into its causes. */
const fewPostings = 5_000

/** Each form of the difference is the difference of the forms; old amount and causes sum to the new amount. */
const linearity: CheckLaw = ({ ledger, plan, at }, comparisons) => {
  const { columns } = ledger
  const before = splitOf(plan.versions, at)
  const [early, late] = [Balances.of(columns, before), Balances.of(columns, at)]
  const amounts = late.amounts.map((amount, slot) => amount - (early.amounts[slot] ?? 0n))
  const between = { ...late, amounts }
  const span = Year.list(plan.years)
  for (const id of formIds) {
    const layout = Ledger.layout(ledger, id, plan)
    const [old, moved, now] = [early, between, late].map((some) => Statement.table(layout, some, span))
    layout.rows.forEach((row) => {
      span.forEach((year, index) => {
        const cell = row.index * span.length + index
        comparisons.equal((old?.[cell] ?? 0n) + (moved?.[cell] ?? 0n), now?.[cell] ?? 0n, {
          position: at,
          what: () => `${id} ${Address.format(row)} ${year}`,
        })
      })
    })
  }
  if (columns.endOf(at) - columns.endOf(before) > fewPostings) return
  const difference = Diff.between(ledger, { from: before, to: at })
  for (const cell of Result.isSuccess(difference) ? difference.success.cells : []) {
    const parts = Money.sum([cell.old, ...cell.causes.map(({ amount }) => amount), cell.unexplained])
    comparisons.equal(parts, cell.new, {
      position: at,
      what: () => `${cell.form} ${Address.format(cell)} ${cell.year}`,
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
  for (const id of formIds) {
    const form = LinearForm.of(Ledger.layout(ledger, id, plan), span.length)
    const { places } = Incidence.of(form, columns)
    const leafSum = (leaf: number, year: Year.Year): bigint =>
      (places.get(leaf) ?? []).reduce((sum, place) => {
        const slot = columns.cellOfPlace(place, year)
        return slot === undefined ? sum : sum + (chains[slot] ?? 0n)
      }, 0n)
    const byLeaf = form.layout.rows.map(({ index, count }) =>
      count === undefined ? [] : span.map((year) => leafSum(index, year)),
    )
    const exact = Statement.table(form.layout, balances, span)
    const { starts, rows, lags, factors } = form.down
    for (const row of form.layout.rows) {
      span.forEach((year, index) => {
        let sum = 0n
        for (let entry = starts[row.index] as number; entry < (starts[row.index + 1] as number); entry++) {
          const amount = byLeaf[rows[entry] as number]?.[index - (lags[entry] as number)] ?? 0n
          sum += amount * BigInt(factors[entry] as number)
        }
        comparisons.equal(sum, exact[row.index * span.length + index] ?? 0n, {
          position: at,
          what: () => `${id} ${Address.format(row)} ${year}`,
        })
      })
    }
  }
}

/** The position before the last version of the plan; half the journal when there is one version. */
const splitOf = (versions: ReadonlyArray<{ readonly position: number }>, at: number): number =>
  versions.length > 1 ? (versions.at(-1)?.position ?? 1) - 1 : Math.floor(at / 2)

const checks = {
  coverage,
  tieOut,
  overheadNeutral: Neutrality.check("overheadNeutral"),
  passThroughNeutral: Neutrality.check("passThroughNeutral"),
  transferNeutral: Neutrality.check("transferNeutral"),
  adjustmentNeutral: Neutrality.check("adjustmentNeutral"),
  reversalZero: Neutrality.check("reversalZero"),
  contributionNeutral: Neutrality.check("contributionNeutral"),
  carryOverNeutral: Neutrality.check("carryOverNeutral"),
  homomorphism,
  linearity,
  explanation,
} satisfies Readonly<Record<Neutrality.NeutralityLaw, CheckLaw>> & Readonly<Record<string, CheckLaw>>

/** The code of a law. */
export type LawCode = keyof typeof checks

/** The codes of all laws, in the order of the report. */
export const codes = Object.keys(checks) as ReadonlyArray<LawCode>
