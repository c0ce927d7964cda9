/**
 * The explanatory tables. Plan, chapter 3.2 (investments), 3.4 (staff), 3.7 and the annex on the result of 2025 (the steps
 * from one reserve to the next), 3.8 (policy domains), and the financing that each action names.
 *
 * The overview of 2025 prints no accounts, so its accounts are placeholders.
 */
import { Adoption, Balances, Funding, Ledger, Money, type Refusal } from "@grootboek/core"
import { Reserve, Tables } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { begin, euro, importFile, open, plan, record, years } from "./Chapter.ts"

const { say, table, lines } = begin(import.meta.url, "7. The explanatory tables", [
  "2026 opgenomen, waarvoor we 250.000 euro voorzien voor installaties, machines en uitrusting",
  "In het meerjarenplan 2026-2031 voorzien we een jaarlijks terugkerende investering voor",
  "B 15 15 13 13 12 11",
  "0030 Financiële aangelegenheden 0300 Financiële aangelegenheden",
  "0550 Tewerkstelling en activering 5500 Wijk-werken",
  "euro naar 732.274,21 euro.",
  "Bovenstaande redenen resulteren in 2025 in een tekort van 327.572,45 euro",
  "404.701,76 euro.",
  "W13 gaat uit van een reserve van 404.701,70 euro op 31 december 2025.",
])

export { lines }

const ledger = plan()
const staff: ReadonlyArray<readonly [string, ReadonlyArray<number>]> = [
  ["A", [5, 5, 5, 5, 5, 5]],
  ["B", [15, 15, 13, 13, 12, 11]],
]
record(
  ledger,
  "declared",
  Adoption.declare({
    envelopes: [
      { code: "IE-FA13", name: "Food Act 13: verhuis en wagenpark" },
      { code: "IE-IT", name: "Overhead: informaticamaterieel" },
    ],
    facts: staff.flatMap(([level, values]) =>
      values.map((value, at) => ({
        table: "personeelsinzet",
        row: level,
        year: 2026 + at,
        value: String(value),
      })),
    ),
  }),
)
const state = Ledger.planAt(ledger)
if (state === undefined) throw new Error("the plan is adopted")

say(
  'Investments per envelope. Plan, chapter 3.2: "250.000 euro voor installaties, machines en uitrusting (verhuis) en 195.000 euro voor rollend materieel"; "een jaarlijks terugkerende investering voor informaticamaterieel":',
  "",
)
const investments = Tables.investments(state, Balances.of(ledger.columns))
table([
  ["", ...years.map(String)],
  ...[...new Set(investments.map(({ envelope }) => envelope))].map((envelope) => [
    investments.find((one) => one.envelope === envelope)?.name ?? "(none)",
    ...years.map((year) =>
      euro(investments.find((one) => one.envelope === envelope && one.year === year)?.spent ?? Money.zero),
    ),
  ]),
])

say("Staff per level and year (plan, chapter 3.4: declared, not money; levels C, D and E are empty):", "")
table([
  ["level", ...years.map(String)],
  ...Tables.facts(state, "personeelsinzet").map(({ row, values }) => [
    row,
    ...values.map(({ value }) => value ?? "/"),
  ]),
])

say("Policy domains, fields and items (plan, chapter 3.8):", "")
table(
  Tables.domains(state).flatMap(({ domain, items }) =>
    items.map((item) => [domain, item.field, item.fieldName, item.code, item.name]),
  ),
)

say("Number of actions per source of the legend:", "")
const financing = Tables.financing(state)
table(
  Object.entries(Funding.dutch).map(([source, word]) => [
    word,
    String(financing.filter(({ sources }) => sources.some((one) => one === source)).length),
  ]),
)
const unknown = financing.filter((one) => one.unknown.length > 0)
say(
  `${financing.length} actions name a source; words that are not in the legend: ${unknown.length === 0 ? "none" : JSON.stringify(unknown)}.`,
  "",
)

const earlier = "../../gbr-2025/data"
const previous = open("2025/0", { first: 2024, last: 2025 }, [
  ["structure", `${earlier}/actions.csv`],
  ["structure", `${earlier}/policy-items.csv`],
  ["structure", "account-map.csv"],
  ["opening", `${earlier}/opening.csv`],
  ["lines", `${earlier}/estimate-2024.csv`],
  ["lines", `${earlier}/initial-2025.csv`],
  ["actuals", `${earlier}/actuals-2024.csv`],
  ["rules", `${earlier}/closing-2024.csv`],
  ["rules", `${earlier}/result-2024.csv`],
])
importFile(previous, "adjustment", `${earlier}/adjustment-2025-1.csv`, "2025/1")
say(
  'The steps from one reserve to the next. Plan, annex: "zonder JR 2024 766.791,19", "inclusief JR 2024 732.274,21", "Eindtotaal −327.572,45".',
  "The reserve of 1 January 2024 is not printed: it is computed as 732.274,21 plus the shortage of 2024.",
  "",
)
const walk = (found: Result.Result<Reserve.Walk | undefined, Refusal.Refusal>): Reserve.Walk => {
  if (Result.isFailure(found) || found.success === undefined) throw new Error("the year is in the plan")
  return found.success
}
const planned = walk(Reserve.walk(previous, 2024))
const realised = walk(Reserve.accounts(previous, 2024))
const { before, carried: processed, opening, steps, closing } = walk(Reserve.walk(previous, 2025))
const shown = (some: ReadonlyArray<Reserve.ReserveStep>) =>
  some.map(({ code, label, amount, reserve }) => [
    label.startsWith(code) ? label : `${code} ${label}`,
    euro(amount),
    euro(reserve),
  ])
const together = (some: ReadonlyArray<Reserve.ReserveStep>) => [
  "together",
  euro(Money.sum(some.map(({ amount }) => amount))),
  "",
]
table([
  ["reserve 1/1/2024 (computed)", "", euro(realised.opening)],
  ...shown(realised.steps),
  together(realised.steps),
  ["reserve 31/12/2024 by the accounts", "", euro(realised.closing)],
  ["reserve 31/12/2024 by the plan", "", euro(planned.closing)],
  ["the accounts processed in 2025", euro(processed), euro(Money.add(before, processed))],
  ["reserve 1/1/2025", "", euro(opening)],
  ...shown(steps),
  together(steps),
  ["reserve 31/12/2025", "", euro(closing)],
])

const carried = Reserve.walk(ledger, 2026)
if (Result.isFailure(carried)) throw new Error(carried.failure._tag)
say(
  `The plan opens 2026 with ${euro(carried.success.opening)}: it prints 404.701,70 in its synthesis and 404.701,76 in chapter 3.7 and the annex.`,
  `The difference is ${euro(Money.subtract(closing, carried.success.opening))}, and the plan does not explain it: it prints two figures for one reserve.`,
)
