/** Laws of differences: causes sum to the difference, and the reverse difference is its opposite. */
import { Address, Diff, Explain, formIds, Ledger, Money, planForms } from "@grootboek/core"
import { DecisionFile } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { amountsDiffer, differs, firstOf } from "../kit/Law.ts"
import * as Reading from "../kit/LedgerCells.ts"
import { pairLaw } from "./MomentPair.ts"

const between = (ledger: Ledger.Ledger, from: number, to: number): Diff.Difference =>
  Result.getOrThrowWith(Diff.between(ledger, { from, to }), (refusal) => new Error(refusal._tag))

const reasonOf = ({ entry, kind, text }: Omit<Diff.Cause, "amount" | "event">): string =>
  `${entry} ${kind} ${text ?? ""}`

/** Returns the causes of a cell in a range of entries, by entry and reason, sorted, without zero amounts. */
const postingsOf = (
  ledger: Ledger.Ledger,
  cell: Diff.ChangedCell,
  { after, until }: { readonly after: number; readonly until: number },
): ReadonlyArray<string> | undefined => {
  const { year } = cell
  const [id, row] = [formIds.find((form) => form === cell.form), Address.format(cell)]
  const explained =
    id === undefined ? undefined : Explain.cell(ledger, { form: id, row, year }, { at: until })
  // Two groups may have the same name; then their addresses are equal.
  if (explained === undefined || Result.isFailure(explained)) return undefined
  const sums = new Map<string, Money.Money>()
  for (const { entry, event, rule, reason, amount } of explained.success.postings) {
    const kind = reason?.class ?? (event === "PlanAdjusted" ? "unexplained" : (rule?.rule ?? "posted"))
    if (entry <= after || kind === "unexplained") continue
    const why = reasonOf({ entry, kind, text: reason?.text })
    sums.set(why, Money.add(sums.get(why) ?? Money.zero, amount))
  }
  return [...sums]
    .flatMap(([why, sum]) => (Money.isZero(sum) ? [] : [`${why} ${Money.format(sum)}`]))
    .toSorted()
}

const where = (cell: Diff.ChangedCell): string => `${cell.form} ${cell.section}/${cell.code} ${cell.year}`

export const diff = [
  pairLaw(
    "difference: causes and unexplained rest sum to the change",
    "Checked cell by cell, with all causes and with the largest one and the sum of the others.",
    ({ played, from, to }) => {
      const whole = between(played.ledger, from, to)
      return firstOf([...whole.cells, ...Diff.shorten(whole, 1).cells], (cell) => {
        const parts = Money.sum([
          ...cell.causes.map((cause) => cause.amount),
          cell.rest?.amount ?? Money.zero,
          cell.unexplained,
        ])
        return (
          amountsDiffer(`parts of ${where(cell)}`, parts, cell.delta) ??
          amountsDiffer(`new − old of ${where(cell)}`, Money.subtract(cell.new, cell.old), cell.delta)
        )
      })
    },
  ),
  pairLaw(
    "difference: causes equal the postings that explain the change",
    "Causes are the postings between the two moments, summed by entry and reason.",
    ({ played: { ledger }, from, to }) => {
      const [early, late] = from <= to ? [from, to] : [to, from]
      const { cells } = between(ledger, early, late)
      // Explaining a cell reads the whole form, so each scenario explains a sample of cells.
      return firstOf(
        cells.filter((_, index) => index % 7 === late % 7),
        (cell) => {
          const explained = postingsOf(ledger, cell, { after: early, until: late })
          if (explained === undefined) return undefined
          const causes = cell.causes.filter(({ kind }) => kind !== "structure")
          const recorded = causes.map((cause) => `${reasonOf(cause)} ${Money.format(cause.amount)}`)
          return differs(`causes of ${where(cell)}`, recorded.toSorted().join("; "), explained.join("; "))
        },
      )
    },
  ),
  pairLaw(
    "difference: swapping the moments negates every change",
    "diff(A, B) and diff(B, A) cancel.",
    ({ played, from, to }) => {
      const [there, back] = [between(played.ledger, from, to), between(played.ledger, to, from)]
      const turned = new Map(back.cells.map((cell) => [where(cell), cell]))
      return (
        differs("changed cells", back.cells.length, there.cells.length) ??
        firstOf(there.cells, (cell) => {
          const other = turned.get(where(cell))
          return (
            amountsDiffer(`Δ of ${where(cell)}`, cell.delta, Money.negate(other?.delta ?? Money.zero)) ??
            differs(`unexplained of ${where(cell)}`, cell.unexplained, -(other?.unexplained ?? 0n)) ??
            differs(`old of ${where(cell)}`, cell.old, other?.new)
          )
        })
      )
    },
  ),
  pairLaw(
    "difference: lists every changed cell with its old and new amount",
    "diff(A, B) + A = B.",
    ({ played: { ledger }, from, to }) => {
      const changed = between(ledger, from, to).cells.filter((cell) => cell.form !== "M3")
      const cells = new Map(changed.map((cell) => [where(cell), cell]))
      const [a, b] = [from, to].map((at) => read(ledger, at))
      return firstOf(new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]), (address) => {
        const [old, now] = [a?.get(address) ?? 0n, b?.get(address) ?? 0n]
        const cell = cells.get(address)
        return (
          differs(`changed ${address}`, cell !== undefined, old !== now) ??
          (cell === undefined ? undefined : differs(address, [cell.old, cell.new], [old, now]))
        )
      })
    },
  ),
  pairLaw(
    "difference: of two decisions has no realisation as cause",
    "In the forms of the plan, whatever was realised between the decisions.",
    ({ played: { ledger } }) => {
      const versions = Ledger.planAt(ledger)?.versions ?? []
      return firstOf(versions.slice(1).entries(), ([at, { label, position }]) => {
        const moments = [versions[at]?.label, label].map((one) => Ledger.moment(ledger, `decision:${one}`))
        const [from = 0, to = 0] = moments.map((moment) => Result.getOrElse(moment, () => 0))
        const changed = Diff.between(ledger, { from, to, forms: planForms })
        const cells = Result.isSuccess(changed) ? changed.success.cells : []
        return (
          differs(`decision:${label} includes its adjustment`, from < position && position <= to, true) ??
          firstOf(cells, (cell) =>
            firstOf(cell.causes, ({ entry, event }) =>
              differs(`realised cause ${entry} of ${where(cell)}`, event === "ActualRecorded", false),
            ),
          )
        )
      })
    },
  ),
  pairLaw(
    "decision file: its groups sum to the change of the result",
    "Per year: reasons, unexplained changes, rules and earlier entries together change M2 V.",
    ({ played: { ledger } }) => {
      const versions = Ledger.planAt(ledger)?.versions ?? []
      return firstOf(versions.slice(1), ({ label }) => {
        const file = Result.getOrThrowWith(DecisionFile.of(ledger, label), ({ _tag }) => new Error(_tag))
        const result = file.effects.find(({ code }) => code === "V")
        return firstOf(file.years.entries(), ([at, year]) =>
          differs(
            `effect of ${label} in ${year}`,
            Money.sum(file.changes.map(({ effects }) => effects[at] ?? Money.zero)),
            Money.subtract(result?.new[at] ?? Money.zero, result?.old?.[at] ?? Money.zero),
          ),
        )
      })
    },
  ),
]

/** Returns the cells that a difference compares: those of all forms, with the credit years of M3 separately. */
const read = (ledger: Ledger.Ledger, at: number): ReadonlyMap<string, bigint> => {
  const out = new Map<string, bigint>()
  for (const form of formIds) {
    if (form === "M3") continue
    for (const { section, code, year, exact } of Reading.form(ledger, form, at))
      out.set(`${form} ${section}/${code} ${year}`, exact)
  }
  return out
}
