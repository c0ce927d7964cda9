/**
 * Conditional money. Plan, chapter 3.2: "Dit investeringsproject zal enkel uitgevoerd worden indien hiervoor voldoende
 * externe financiering, zoals (investerings)subsidies, binnengehaald wordt": 250.000 for installations and 195.000 for
 * vehicles. The legend of the plan: "Te financieren: […] De actie wordt slechts uitgevoerd onder voorbehoud van
 * ontvangst van deze financiering".
 *
 * The source of a line is a choice of this example where an action names several. Other lines have no source.
 */
import {
  Adoption,
  Balances,
  type BudgetEvent,
  BudgetLine,
  Funding,
  Ledger,
  Money,
  Stop,
} from "@grootboek/core"
import * as Result from "effect/Result"
import { begin, euro, plan, record, refusals, years } from "./Chapter.ts"

const { say, table, lines } = begin(import.meta.url, "5. Conditional money: the plan with and without it", [
  "2026 opgenomen, waarvoor we 250.000 euro voorzien voor installaties, machines en uitrusting",
  "(verhuis) en 195.000 euro voor rollend materieel (vernieuwing wagenpark).",
  "b. Uitgaven  460.000 10.000 9.500 9.000 8.500 8.000",
  "Dit investeringsproject zal enkel uitgevoerd worden indien hiervoor voldoende externe financiering,",
  "W13 zet het pilootproject Hulp Bij Duurzaam Huren verder tot en met september 2026",
])

export { lines }

const ledger = plan()
record(
  ledger,
  "condition",
  Adoption.declare({
    conditions: [
      {
        code: "FA13",
        name: "Voldoende externe financiering voor verhuis en wagenpark Food Act 13",
        text: "plan, chapter 3.2: enkel uitgevoerd indien voldoende externe financiering binnengehaald wordt",
      },
    ],
    envelopes: [
      { code: "IE-FA13", name: "Food Act 13: verhuis en wagenpark" },
      { code: "IE-IT", name: "Informaticamaterieel" },
    ],
  }),
)

/** Returns the source of a line when its account or its action determines one. */
const sourceOf = (line: BudgetLine.BudgetLine): BudgetEvent.FundingSource | undefined => {
  if (line.direction === "U") return undefined
  if (line.account.startsWith("7402")) return "memberOperating"
  if (line.account.startsWith("7401")) return "subsidies"
  const said = Ledger.planAt(ledger)?.structure.goals.get(line.action ?? "")?.financing ?? ""
  const { sources } = Funding.sourcesOf(said)
  return sources.length === 1 ? sources[0] : undefined
}

const all = new Map<string, BudgetLine.BudgetLine>()
for (const { place } of Balances.list(Balances.of(ledger.columns))) {
  const line = BudgetLine.lineOf(place)
  if (line !== undefined) all.set(BudgetLine.format(line), line)
}
const assigned = [...all.values()].flatMap((line): ReadonlyArray<BudgetEvent.Funding> => {
  if (line.envelope === "IE-FA13")
    return [
      { line, condition: "FA13", ...(line.direction === "O" ? { source: "toBeFinanced" as const } : {}) },
    ]
  const source = sourceOf(line)
  return source === undefined ? [] : [{ line, source }]
})
record(ledger, "funding", Funding.assign(assigned))

const state = () => {
  const { plan: found } = Ledger.state(ledger)
  if (found === undefined) throw new Error("the plan is adopted")
  return found
}
const M2 = (conditional: Funding.Conditional) => {
  const read = Ledger.statement(ledger, "M2", { conditional })
  const rows = Result.isSuccess(read) ? read.success.rows : []
  return (code: string) =>
    rows.find((row) => row.section === "Budgettair resultaat" && row.code === code)?.cells ?? []
}
const show = (codes: ReadonlyArray<readonly [string, string]>): void => {
  const [all, without, only] = [M2("with"), M2("without"), M2("only")]
  for (const [code, label] of codes) {
    const sums = years.map((_, at) =>
      Money.add(without(code)[at]?.exact ?? Money.zero, only(code)[at]?.exact ?? Money.zero),
    )
    table([
      [label, ...years.map(String)],
      ["with it", ...all(code).map(({ exact }) => euro(exact))],
      ["without it", ...without(code).map(({ exact }) => euro(exact))],
      ["only it", ...only(code).map(({ exact }) => euro(exact))],
      ["together", ...sums.map((sum) => euro(sum))],
    ])
  }
}

say("As long as the condition FA13 is not met (M2, investments):", "")
show([
  ["II.b", "Investeringsuitgaven"],
  ["II.a", "Investeringsontvangsten"],
  ["II", "Investeringssaldo"],
])

say("Estimated receipts per source and year; conditional receipts separately:", "")
const totals = Funding.totals(state(), Balances.of(ledger.columns)).filter(
  ({ received }) => !Money.isZero(received),
)
const names = [...new Set(totals.map(({ source, condition }) => `${source ?? ""}|${condition ?? ""}`))]
const received = (name: string, year: number) =>
  Money.sum(
    totals
      .filter((one) => `${one.source ?? ""}|${one.condition ?? ""}` === name && one.year === year)
      .map((one) => one.received),
  )
table([
  ["", ...years.map(String)],
  ...names.map((name) => {
    const [source = "", condition = ""] = name.split("|")
    const word = totals.find((one) => (one.source ?? "") === source)?.source
    const label = word === undefined ? "(no source)" : Funding.dutch[word]
    return [
      condition === "" ? label : `${label}, if ${condition}`,
      ...years.map((year) => euro(received(name, year))),
    ]
  }),
  ["all receipts", ...years.map((year) => euro(Money.sum(names.map((name) => received(name, year)))))],
])

record(
  ledger,
  "met",
  Funding.judge({ condition: "FA13", met: true, date: "2026-05-20", text: "VERZONNEN: subsidie toegekend" }),
)
say("After the condition is met (INVENTED, on 20 May 2026), no amount is conditional:", "")
show([["II.b", "Investeringsuitgaven"]])

say(
  'A project with an end date. Plan, action A10103: "zet het pilootproject Hulp Bij Duurzaam Huren verder tot en met september 2026".',
)
record(
  ledger,
  "end A10103",
  Stop.after("A10103", "2026-09-30", { class: "timing", text: "pilootproject tot en met september 2026" }),
)
say("INVENTED: 'T PACT (A10302) would stop at the end of 2027.", "")
const net = () => {
  const read = Ledger.statement(ledger, "synthesis")
  return (code: string) =>
    Result.isSuccess(read)
      ? (read.success.rows.find((row) => row.code === code)?.cells ?? []).map(({ exact }) => euro(exact))
      : []
}
const before = net()
record(
  ledger,
  "end A10302",
  Stop.after("A10302", "2027-12-31", { class: "subsidy", text: "VERZONNEN: oproep loopt af" }),
)
const after = net()
table([
  ["", ...years.map(String)],
  ["A10302 spends", ...before("A10302/U")],
  ["after the stop", ...after("A10302/U")],
  ["A50111 result", ...before("A50111/net")],
  ["after the stop", ...after("A50111/net")],
])
say(
  "The overhead action now pays the overhead of A10302, because the rule is applied again after every change.",
  "",
  "Refused, and nothing is recorded:",
  `a condition that is not declared: ${JSON.stringify(
    refusals(ledger, Funding.judge({ condition: "FA14", met: true, date: "2026-05-20" })),
  )}`,
)
