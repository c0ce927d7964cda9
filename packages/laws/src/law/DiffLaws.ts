/** Laws of differences: causes sum to the difference, the reverse difference is its opposite, and a moment is a prefix of the journal. */
import {
  Address,
  type BudgetEvent,
  Diff,
  Explain,
  formIds,
  Journal,
  Ledger,
  Money,
  planForms,
} from "@grootboek/core"
import { DecisionFile } from "@grootboek/core/answer"
import { Branch } from "@grootboek/core/ledger"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as Scenarios from "../draw/Scenarios.ts"
import { amountsDiffer, type Breach, differs, firstOf, type Law, law } from "../kit/Law.ts"
import * as Reading from "../kit/LedgerCells.ts"

/** A played scenario and two positions in it. */
interface Pair {
  readonly played: Scenarios.PlayedScenario
  readonly from: number
  readonly to: number
}

/** Makes a law of two moments of a scenario; position 1, the adoption, is the earliest. */
const pairLaw = (name: string, note: string, breaks: (pair: Pair) => Breach | undefined): Law =>
  law(name, note, {
    arbitrary: fc.record({ scenario: Scenarios.scenario, from: fc.nat(60), to: fc.nat(60) }),
    show: ({ scenario, from, to }) =>
      `positions picked by ${from} and ${to} of ${Scenarios.format(scenario)}`,
    breaks: ({ scenario, from, to }) => {
      const played = Scenarios.play(scenario)
      const last = Ledger.position(played.ledger)
      return breaks({ played, from: 1 + (from % last), to: 1 + (to % last) })
    },
  })

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
    "statement: at a position equals that of the journal up to it",
    "A moment is a prefix of the journal.",
    ({ played, from }) => {
      const fresh = Reading.amounts(Reading.all(Scenarios.fold(played.entries.slice(0, from))))
      return firstOf(Reading.all(played.ledger, from), ({ where, exact }) =>
        amountsDiffer(where, exact, fresh.get(where) ?? Money.zero),
      )
    },
  ),
  pairLaw(
    "moment: a plan version is everything before the next one",
    "`plan:…/0`, its position and its time give the same figures.",
    ({ played }) => {
      const { ledger, entries } = played
      const versions = Ledger.planAt(ledger)?.versions ?? []
      return firstOf(versions.entries(), ([at, { label }]) => {
        const position = (versions[at + 1]?.position ?? entries.length + 1) - 1
        const named = Ledger.moment(ledger, `plan:${label}`)
        const timed = Ledger.moment(ledger, `time:${entries[position - 1]?.time}`)
        return (
          differs(`position of plan:${label}`, Result.getOrUndefined(named), position) ??
          differs(`position at the time of entry ${position}`, Result.getOrUndefined(timed), position)
        )
      })
    },
  ),
  pairLaw(
    "moment: a decision ends with its last rule, before anything realised",
    "`decision:…` is the batch of the adjustment; for the first plan, its entries before a realisation or the next adjustment.",
    ({ played }) => {
      const { ledger, batches, events } = played
      const versions = Ledger.planAt(ledger)?.versions ?? []
      return firstOf(versions.entries(), ([at, { label, position }]) => {
        const decided = Result.getOrElse(Ledger.moment(ledger, `decision:${label}`), () => 0)
        if (at > 0) return differs(`position of decision:${label}`, decided, endOfBatch(batches, position))
        const next = events.findIndex((event, index) => index >= position && ends.has(event._tag))
        return differs(`position of decision:${label}`, decided, next < 0 ? events.length : next)
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
  pairLaw(
    "branch: promoting it equals appending its events",
    "A branch shows the same figures as the journal after promotion.",
    ({ played, from }) => {
      const proposals = played.batches.flat()
      const base = Scenarios.fold(played.entries.slice(0, from))
      const branch = Branch.propose(
        Branch.create("wat als", { ...Journal.genesis, position: from }),
        proposals.slice(from),
      )
      const read = Branch.read(Branch.write(branch))
      if (Result.isFailure(read))
        return { what: `the branch was not read back: ${read.failure.problem._tag}` }
      const unfolded = Result.getOrThrowWith(
        Branch.apply(base, read.success, played.entries.at(-1)?.time ?? ""),
        ({ _tag }) => new Error(_tag),
      )
      const direct = Reading.amounts(Reading.all(played.ledger))
      return firstOf(Reading.all(unfolded), ({ where, exact }) =>
        amountsDiffer(where, exact, direct.get(where) ?? Money.zero),
      )
    },
  ),
]

/** Kinds that end the estimates of the first plan. */
const ends = new Set<BudgetEvent.Kind>([
  "PlanAdjusted",
  "CommitmentRecorded",
  "ActualRecorded",
  "CreditTransferred",
  "CarriedOver",
  "YearClosed",
])

const endOfBatch = (batches: Scenarios.PlayedScenario["batches"], position: number): number => {
  let end = 0
  for (const batch of batches) {
    end += batch.length
    if (end >= position) return end
  }
  return end
}

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
