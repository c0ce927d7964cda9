/**
 * The explanatory tables. Plan, chapter 3.2 (investments), 3.4 (staff), 3.7 and the annex on the result of 2025 (the steps
 * from one reserve to the next), 3.8 (policy domains), and the financing that each action names.
 *
 * The overview of 2025 prints no accounts, so its accounts are placeholders.
 */
import { Adoption, Balances, Funding, Ledger, Money } from "@grootboek/core"
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

const from2025 = "../../gbr-2025/data"
const previous = open("2025/0", { first: 2025, last: 2025 }, [
  ["structure", `${from2025}/actions.csv`],
  ["structure", `${from2025}/policy-items.csv`],
  ["structure", "account-map.csv"],
  ["lines", `${from2025}/initial-2025.csv`],
  ["opening", `${from2025}/opening.csv`],
])
importFile(previous, "adjustment", `${from2025}/adjustment-2025-1.csv`, "2025/1")
say(
  'The steps from one reserve to the next. Plan, annex: "Reserves 31/12/2024 732.274,21", "Eindtotaal −327.572,45":',
  "",
)
const walked = Reserve.walk(previous, 2025)
if (Result.isFailure(walked)) throw new Error(walked.failure._tag)
const { opening, steps, closing } = walked.success
table([
  ["reserve 31/12/2024", "", euro(opening)],
  ...steps.map(({ code, label, amount, reserve }) => [
    label.startsWith(code) ? label : `${code} ${label}`,
    euro(amount),
    euro(reserve),
  ]),
  ["together", euro(Money.sum(steps.map(({ amount }) => amount))), ""],
  ["reserve 31/12/2025", "", euro(closing)],
])

const carried = Reserve.walk(ledger, 2026)
if (Result.isFailure(carried)) throw new Error(carried.failure._tag)
say(
  `The plan opens 2026 with ${euro(carried.success.opening)}: it prints 404.701,70 in its synthesis and 404.701,76 in chapter 3.7 and the annex.`,
  `The difference is ${euro(Money.subtract(closing, carried.success.opening))}, and the plan does not explain it: it prints two figures for one reserve.`,
)
