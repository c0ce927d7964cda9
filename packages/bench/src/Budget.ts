/**
 * Seeded budgets of any size, shaped like real ones: an account table, a tree of objectives, lines that are estimated
 * over six years and estimated again, and at the end two adjustments of fifty changes each.
 */
import { type BudgetEvent, BudgetLine, Dimension, Money, Structure } from "@grootboek/core"
import * as Random from "@grootboek/testing/Random"
import * as BudgetStructure from "./BudgetStructure.ts"

export const years = [2026, 2027, 2028, 2029, 2030, 2031] as const

/** A budget to draw from: its opening events, its lines, and a stream of estimates. */
export interface Budget {
  readonly opening: ReadonlyArray<BudgetEvent.BudgetEvent>
  readonly lines: ReadonlyArray<BudgetLine.BudgetLine>
  readonly places: ReadonlyArray<BudgetLine.Place>
  /** Amounts of the next estimate in micro-euro, one a year. */
  readonly amounts: () => ReadonlyArray<bigint>
  readonly adjustment: (label: string) => BudgetEvent.BudgetEvent
  /** An adjustment of four lines in five, whose changes share this many reasons. */
  readonly rewritten: (label: string, reasons: number) => BudgetEvent.BudgetEvent
}

/** Returns a budget of this many lines. Equal seeds give equal budgets. */
export const of = (count: number, seed = 1): Budget => {
  const random = generator(seed)
  const declarations = BudgetStructure.declared()
  const structure = Structure.declare(Structure.empty, declarations)
  const lines: Array<BudgetLine.BudgetLine> = []
  const known = new Set<string>()
  while (lines.length < count) {
    const line = drawn(declarations, random)
    const place = BudgetLine.estimated(line)
    const reading = Dimension.of(structure, place)
    if (Dimension.isUnplaced(reading) || known.has(BudgetLine.key(place))) continue
    known.add(BudgetLine.key(place))
    lines.push(line)
  }
  const amounts = () => years.map(() => amount(random))
  return {
    opening: [adopted, { _tag: "StructureDeclared", declarations }],
    lines,
    places: lines.map(BudgetLine.estimated),
    amounts,
    adjustment: (label) => ({
      _tag: "PlanAdjusted",
      plan: label,
      creditYears: [2026],
      changes: Array.from({ length: 50 }, () => ({
        line: lines[random(lines.length)] as BudgetLine.BudgetLine,
        amounts: textsOf(amounts()),
        reason: { class: "index", text: "Indexering" },
      })),
    }),
    rewritten: (label, reasons) => ({
      _tag: "PlanAdjusted",
      plan: label,
      creditYears: [2026],
      resolution: { body: "Gemeenteraad", date: "2026-06-26", reference: "GR 2026/06" },
      motivation: "Aanpassing van vier lijnen op vijf.",
      changes: lines
        .filter((_, index) => index % 5 !== 4)
        .map((line, index) => ({
          line,
          amounts: textsOf(amounts()),
          reason: { class: "index", text: `Reden ${index % reasons} van de aanpassing` },
        })),
    }),
  }
}

export const estimate = (
  line: BudgetLine.BudgetLine,
  amounts: ReadonlyArray<bigint>,
): BudgetEvent.BudgetEvent => ({
  _tag: "EstimatePosted",
  line,
  amounts: textsOf(amounts),
  description: "Raming",
})

const textsOf = (amounts: ReadonlyArray<bigint>): BudgetEvent.Amounts =>
  Object.fromEntries(
    amounts.map((micros, index) => [`${years[index]}`, Money.format(Money.ofMicros(micros))]),
  )

/** Returns a generator of whole numbers from 0 up to, not including, a limit. The same seed gives the same numbers. */
export const generator = (seed: number): ((limit: number) => number) => {
  const next = Random.from(seed)
  return (limit) => Math.floor(next() * limit)
}

// From tens of euro to hundreds of thousands, in cents, one in sixteen a correction.
const amount = (random: (limit: number) => number): bigint => {
  const cents = Math.floor(10 ** (3 + random(4_000) / 1_000)) + random(100)
  return BigInt(random(16) === 0 ? -cents : cents) * 10_000n
}

const adopted: BudgetEvent.BudgetEvent = {
  _tag: "PlanAdopted",
  entity: { name: "Voorbeeldbestuur", type: "gemeente" },
  plan: "2026/0",
  edition: "bbc-3.0",
  years: { first: 2026, last: 2031 },
  creditYears: [2026],
}

// Two lines in three are operating expenditure; the rest spreads over the account table.
const drawn = (
  { accounts = [], sectors = [] }: Structure.Declarations,
  random: (limit: number) => number,
): BudgetLine.BudgetLine => {
  const usual = accounts.filter((rule) => rule.section === "operating" && rule.direction === "U")
  const rules = random(3) < 2 ? usual : accounts
  const rule = rules[random(rules.length)] as Structure.AccountRule
  const prefix = rule.prefixes[random(rule.prefixes.length)] ?? ""
  const sector = sectors[random(sectors.length)]?.code
  const isSplit = Dimension.rowSplits.some(
    (split) => split.section === rule.section && split.row === rule.row && split.by !== undefined,
  )
  return {
    direction: rule.direction,
    account: prefix.padEnd(6, `${random(10)}${random(10)}0`) + random(10),
    policyItem: `0${100 + random(40)}`,
    action: `A${1 + random(5)}0${1 + random(4)}0${1 + random(5)}`,
    ...(isSplit && sector !== undefined ? { sector } : {}),
  }
}
