/**
 * Realisation. Requested by the association: every budget holder has an overview of receipts, expenditure and limits per action.
 *
 * The plan is of December 2025, so nothing is realised yet. The journal lines of data/actuals-2026.csv, the budget
 * holders, the progress and the trend of the risks are INVENTED; the estimates beside them are the plan's. Risks: plan,
 * chapter 3.3.
 */
import { Accounts, Adoption, Balances, Credit, Ledger, Money } from "@grootboek/core"
import { FollowUp, type Realisation } from "@grootboek/core/answer"
import { FollowUpText } from "@grootboek/report"
import * as Result from "effect/Result"
import { begin, euro, importFile, plan, record, refusals } from "./Chapter.ts"

const { say, table, lines } = begin(import.meta.url, "6. Realisation: the state of the year", [
  "uitgaven worden nauwgezet gemonitord waardoor er op tijd kan worden bijgestuurd.",
  "Inflatie, indexering van loonkosten",
  "Afhankelijkheid van projectsubsidies",
])

export { lines }

const ledger = plan()
record(
  ledger,
  "holders and risks",
  Adoption.declare({
    budgetHolders: [
      { code: "BH-dienst", name: "Team Dienstverlening (verzonnen)", goals: ["OD1"] },
      { code: "BH-food", name: "Team Food Act 13 (verzonnen)", goals: ["AP104"] },
      { code: "BH-staf", name: "Team Overhead (verzonnen)", goals: ["OD5"] },
    ],
    risks: [
      { code: "R1", name: "Inflatie, indexering van loonkosten", trend: "stable" },
      { code: "R2", name: "Afhankelijkheid van projectsubsidies", trend: "stable" },
      { code: "R3", name: "Financiële tekorten en liquiditeitsproblemen", trend: "stable" },
    ],
  }),
)
const opened = Ledger.position(ledger)
importFile(ledger, "actuals", "actuals-2026.csv")
record(
  ledger,
  "progress",
  Adoption.declare({
    progress: [
      {
        goal: "A10401",
        on: "2026-06-30",
        state: "onTrack",
        text: "De werking loopt; de verhuis wacht op externe financiering. (verzonnen)",
      },
    ],
    risks: [
      {
        code: "R2",
        name: "Afhankelijkheid van projectsubsidies",
        trend: "rising",
        text: "De oproep PACT wordt niet verlengd. (verzonnen)",
      },
    ],
  }),
)

const asked = { year: 2026, until: "2026-06", warnAt: 80, before: opened }
const read = FollowUp.of(ledger, asked)
if (Result.isFailure(read)) throw new Error(read.failure._tag)
const report = read.success

say("The first half of 2026 for one action, in plain words:", "")
say(...FollowUpText.action(report, "A10401", "nl"), "")
say("In English:", "", ...FollowUpText.action(report, "A10401", "en"), "")
say("The whole report:", "", ...FollowUpText.summary(report, "nl"), "")

const shown = ({ estimate, realised, available, percent }: Realisation.Figures) => [
  euro(estimate),
  euro(realised),
  euro(available),
  percent === undefined ? "" : percent.replace(".", ","),
]
say("Per action with bookings:", "")
table([
  ["until June 2026", "", "estimate", "realised", "available", "%"],
  ...report.actions
    .filter(({ realised }) => !Money.isZero(realised))
    .map((one) => [one.action ?? "", one.direction, ...shown(one)]),
])
say("Per budget holder:", "")
table([
  ["until June 2026", "", "estimate", "realised", "available", "%"],
  ...report.holders.map((one) => [one.holder ?? "(no budget holder)", one.direction, ...shown(one)]),
])
say("The credits of M3 as limits, with a warning from 80 %:", "")
table([
  ["until June 2026", "limit", "used", "left", "%", ""],
  ...report.limits.map((limit) => [limit.row, ...shown(limit), limit.alarm]),
])
say("In every row, realised plus available is the estimate. Risks that changed since the plan:", "")
table(
  report.risks
    .filter(({ changed }) => changed)
    .map(({ risk, before }) => [risk.name, `${before?.trend ?? "new"} → ${risk.trend}`, risk.text ?? ""]),
)
const cell = (form: "J1" | "T2", section: string, code: string): string =>
  euro(
    report[form].rows.find((row) => row.section === section && row.code === code)?.cells[0]?.exact ??
      Money.zero,
  )
say(
  `J1 Dienstverlening: spent ${cell("J1", "Dienstverlening", "U")}, received ${cell("J1", "Dienstverlening", "O")}.`,
  `T2, realised: expenditure on wages (I.A.2) ${cell("T2", "EXPLOITATIE", "I.A.2")}.`,
  "",
)

const line = {
  direction: "U",
  account: "2410000",
  policyItem: "1100",
  action: "A50111",
  envelope: "IE-IT",
} as const
const carry = (amount: string) => Credit.carryOver({ line, from: 2026, to: 2027, amount })
const at = (year: number) => euro(Balances.ofLine(Balances.of(ledger.columns), "estimate", line, year))
say("Carry-over of unused investment credit (informaticamaterieel, 15.000 in 2026):", "")
const rows = [["", "2026", "2027"]]
rows.push(["estimate before", at(2026), at(2027)])
say(
  `an amount above the credit that is left is refused: ${JSON.stringify(refusals(ledger, carry("1750.00")))}`,
  "",
)
record(ledger, "carry over", carry("1749.60"))
rows.push(["carried over 1.749,60", at(2026), at(2027)])
table(rows)

say("The year is closed, and its result is processed in the next adjustment (M2 VI):", "")
const result = (form: "M2" | "J2", code: string, year: number) => {
  const statement = Ledger.statement(ledger, form)
  const row = Result.isSuccess(statement)
    ? statement.success.rows.find((one) => one.section === "Budgettair resultaat" && one.code === code)
    : undefined
  return row?.cells.find((one) => one.year === year)?.exact ?? Money.zero
}
record(ledger, "close 2026", Credit.close({ year: 2026 }))
const planned = result("M2", "VI", 2027)
record(ledger, "accounts 2026", Accounts.processResult({ account: "0930000", closed: 2026 }))
table([
  ["Gecumuleerd budgettair resultaat vorig boekjaar, 2027", ""],
  ["according to the plan (A)", euro(planned)],
  ["B.1 exploitatie", euro(result("M2", "VI.B.1", 2027))],
  ["B.2 investeringen", euro(result("M2", "VI.B.2", 2027))],
  ["B.3 financiering", euro(result("M2", "VI.B.3", 2027))],
  ["according to the accounts (M2 VI 2027)", euro(result("M2", "VI", 2027))],
  ["J2 VII 2026, realised", euro(result("J2", "VII", 2026))],
])

const booked = { year: 2026, date: "2026-12-31", amount: "10.00", voucher: "VRZ/2026/999" }
say(
  "Refused, and nothing is recorded:",
  `a realisation in a closed year: ${JSON.stringify(refusals(ledger, Credit.record({ ...booked, line })))}`,
  `on an unknown line: ${JSON.stringify(
    refusals(ledger, Credit.record({ ...booked, year: 2027, line: { ...line, action: "A99999" } })),
  )}`,
)
