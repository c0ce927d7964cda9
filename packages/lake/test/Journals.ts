/** Drawn journals for the lake: scenarios of the laws, with conditional money, indicators and the largest amounts in between. */
import {
  Adoption,
  type BudgetLine,
  type Decision,
  Estimate,
  Funding,
  Intake,
  Journal,
  Ledger,
  Money,
  Year,
} from "@grootboek/core"
import { Authorities, Scenarios, Steps } from "@grootboek/laws"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as fc from "fast-check"

/** A journal with its ledger. */
export interface DrawnJournal {
  readonly name: string
  readonly sealed: ReadonlyArray<Journal.Sealed>
  readonly ledger: Ledger.Ledger
}

/** A step of a scenario, or one that changes conditions, indicators or the largest amounts. */
type DrawnStep = Steps.ScenarioStep | OwnStep

type OwnStep =
  | { readonly step: "conditions"; readonly under: ReadonlyArray<boolean>; readonly condition: string }
  | { readonly step: "judge"; readonly condition: string; readonly met: boolean }
  | { readonly step: "indicator"; readonly value: number }
  | { readonly step: "limit"; readonly line: number; readonly isNegative: boolean }

const condition = fc.constantFrom("V1", "V2")

const step: fc.Arbitrary<DrawnStep> = fc.oneof(
  { weight: 12, arbitrary: Steps.step },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant("conditions" as const),
      under: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
      condition,
    }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant("judge" as const), condition, met: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant("indicator" as const), value: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({ step: fc.constant("limit" as const), line: fc.nat(9), isNegative: fc.boolean() }),
  },
)

const history = fc.record({
  authority: Authorities.authority,
  steps: fc.array(step, { minLength: 8, maxLength: 24, size: "max" }),
})

/** Returns as many journals as asked, the same for the same seed. */
export const draw = (count: number, seed: number): ReadonlyArray<DrawnJournal> =>
  fc.sample(history, { numRuns: count, seed }).map((drawn, index) => {
    const { entries, sealed } = play(drawn, index)
    return { name: `bestuur-${index}`, sealed, ledger: Scenarios.fold(entries) }
  })

/** Returns as many journals as asked, one at a time, each with estimates added until it has a number of postings. */
export function* large(
  count: number,
  seed: number,
  postings: number,
): Generator<Omit<DrawnJournal, "ledger">> {
  for (const [index, drawn] of fc.sample(history, { numRuns: count, seed }).entries()) {
    const { sealed } = play(drawn, index, { seed: seed + index, postings })
    yield { name: `bestuur-${index}`, sealed }
  }
}

/** The number of postings to reach with estimates, and the seed of their amounts. */
interface Filling {
  readonly seed: number
  readonly postings: number
}

const play = (
  {
    authority,
    steps,
  }: { readonly authority: Authorities.Authority; readonly steps: ReadonlyArray<DrawnStep> },
  index: number,
  filling?: Filling,
): {
  readonly entries: ReadonlyArray<Scenarios.RecordedEntry>
  readonly sealed: ReadonlyArray<Journal.Sealed>
} => {
  const entries: Array<Scenarios.RecordedEntry> = []
  const sealed: Array<Journal.Sealed> = []
  let head = Journal.genesis
  let ledger = Ledger.empty()
  const take = (requests: ReadonlyArray<Decision.Request>): boolean => {
    const outcome = Intake.decideInto(ledger, requests, { actor: "laws", sha256, recorded: new Map() })
    if (outcome.refused.length > 0) {
      ledger = Scenarios.fold(entries)
      return false
    }
    for (const proposal of outcome.proposals) {
      const entry = Scenarios.entryOf(proposal, entries.length)
      entries.push(entry)
      const { head: next, ...one } = Journal.seal(proposal, head, entry.time, sha256)
      sealed.push(one)
      head = next
    }
    return true
  }
  take(opening(authority, index))
  take([{ id: "declared", decide: Adoption.declare(authority.declarations) }])
  steps.forEach((one, turn) => {
    take(requestsOf(ledger, entries, one, turn + 1))
  })
  if (filling !== undefined) fill(filling, authority, { take, ledger: () => ledger })
  return { entries, sealed }
}

const fill = (
  { seed, postings }: Filling,
  { years }: Authorities.Authority,
  {
    take,
    ledger,
  }: {
    readonly take: (requests: ReadonlyArray<Decision.Request>) => boolean
    readonly ledger: () => Ledger.Ledger
  },
): void => {
  // A line that stopped, a year that is closed, and an amount at the limit refuse estimates.
  const open = linesOf(ledger()).flatMap((line, at) => {
    const own = Year.list(years).filter((year) =>
      take([{ id: `open${at}.${year}`, decide: Estimate.post({ line, amounts: { [year]: "1.00" } }) }]),
    )
    return own.length === 0 ? [] : [{ line, years: own }]
  })
  const cents = fc.sample(fc.integer({ min: -1_000_000, max: 1_000_000 }), { numRuns: 1_000, seed })
  let turn = 0
  while (open.length > 0 && ledger().columns.postings < postings) {
    const before = ledger().columns.postings
    const requests = Array.from({ length: 50 }, () => {
      const at = turn++
      const { line, years: own } = open[at % open.length] as (typeof open)[number]
      const amounts = own.map((year) => {
        const amount = cents[(at * 7 + year) % cents.length] ?? 1
        return [year, Money.format(Money.ofMicros(BigInt(amount) * 10_000n))] as const
      })
      return { id: `filled${at}`, decide: Estimate.post({ line, amounts: Object.fromEntries(amounts) }) }
    })
    if (!take(requests) && ledger().columns.postings === before) return
  }
}

// Most plans have the same labels, so that one query reads many ledgers; some do not have them.
const opening = (authority: Authorities.Authority, index: number): ReadonlyArray<Decision.Request> => [
  {
    id: "adopted",
    decide: Adoption.adopt({
      entity: { name: `${authority.name} ${index}`, type: authority.type },
      plan: index % 7 === 6 ? "oud/0" : "2026/0",
      edition: "bbc-3.0",
      years: authority.years,
      creditYears: [authority.years.first],
    }),
  },
]

const requestsOf = (
  ledger: Ledger.Ledger,
  entries: ReadonlyArray<Scenarios.RecordedEntry>,
  step: DrawnStep,
  turn: number,
): ReadonlyArray<Decision.Request> => {
  const request = (decide: Decision.Decision, index = 0): Decision.Request => ({
    id: `own${turn}.${index}`,
    decide,
  })
  if (!isOwn(step)) return Scenarios.requestsOf(ledger, entries, step, turn)
  switch (step.step) {
    case "conditions": {
      const lines = linesOf(ledger).filter((_, at) => step.under[at % step.under.length])
      const { condition } = step
      return [
        request(Adoption.declare({ conditions: [{ code: condition, name: `Voorwaarde ${condition}` }] })),
        ...(lines.length === 0
          ? []
          : [request(Funding.assign(lines.map((line) => ({ line, condition }))), 1)]),
      ]
    }
    case "judge":
      return [request(Funding.judge({ condition: step.condition, met: step.met, date: "2026-01-01" }))]
    case "indicator": {
      const goal = Ledger.planAt(ledger)?.structure.goals.keys().next().value
      if (goal === undefined) return []
      return [
        request(
          Adoption.declare({
            indicators: [{ code: "I1", goal, name: "Aantal", kind: "count", total: "sum" }],
            targets: [{ indicator: "I1", year: 2026 + step.value, aim: "atLeast", value: `${step.value}` }],
            measurements: [
              { indicator: "I1", on: `2026-03-0${(step.value % 9) + 1}`, value: `${step.value}` },
            ],
          }),
        ),
      ]
    }
    case "limit": {
      const lines = linesOf(ledger)
      const line = lines[step.line % Math.max(1, lines.length)]
      const year = Ledger.planAt(ledger)?.years.last
      if (line === undefined || year === undefined) return []
      const amount = Money.format(Money.ofMicros(step.isNegative ? -Money.limit : Money.limit))
      return [request(Estimate.post({ line, amounts: { [year]: amount } }))]
    }
  }
}

const isOwn = (step: DrawnStep): step is OwnStep =>
  ["conditions", "judge", "indicator", "limit"].includes(step.step)

/** Returns the lines of the estimates. */
export const linesOf = ({ columns }: Ledger.Ledger): ReadonlyArray<BudgetLine.BudgetLine> => {
  const lines = new Map<string, BudgetLine.BudgetLine>()
  for (const { policyItem, part: _, phase, ...codes } of columns.places)
    if (phase === "estimate" && policyItem !== undefined)
      lines.set(JSON.stringify({ policyItem, ...codes }), { policyItem, ...codes })
  return [...lines.values()]
}
