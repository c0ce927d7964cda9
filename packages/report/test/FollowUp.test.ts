/** The follow-up report in Dutch and in English. */
import { Adoption, Credit, type Decision, Ledger } from "@grootboek/core"
import { FollowUp, Realisation } from "@grootboek/core/answer"
import { FollowUpReport, FollowUpText, Table } from "@grootboek/report"
import { propose } from "@grootboek/testing/Ledgers"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as FollowUpName from "../src/words/FollowUpName.ts"
import { w13 } from "./w13.ts"

const { ledger } = w13()
const record = (id: string, decide: Decision.Decision): void => {
  propose(ledger, [{ id, decide }])
}
const computers = {
  direction: "U",
  account: "2410000",
  policyItem: "1100",
  action: "A50111",
  envelope: "IE-IT",
} as const
const goods = { direction: "U", account: "6140000", policyItem: "9090", action: "A10101" } as const
const subsidy = {
  direction: "O",
  account: "7401000",
  policyItem: "9090",
  action: "A10401",
  sector: "VL",
} as const

record(
  "declared",
  Adoption.declare({
    budgetHolders: [{ code: "BH", name: "Team Staf", goals: ["OD5"] }],
    risks: [
      { code: "R1", name: "Inflatie", trend: "stable" },
      { code: "R2", name: "Projectsubsidies", trend: "stable" },
    ],
  }),
)
record(
  "early",
  Credit.record({ line: goods, year: 2026, date: "2026-03-05", amount: "30000.00", voucher: "V1" }),
)
record(
  "grant",
  Credit.record({ line: subsidy, year: 2026, date: "2026-05-05", amount: "100.00", voucher: "V2" }),
)
record("late", Credit.record({ line: goods, year: 2026, date: "2026-11-05", amount: "5.00", voucher: "V3" }))
record(
  "much",
  Credit.record({ line: computers, year: 2026, date: "2026-06-05", amount: "450000.00", voucher: "V4" }),
)
record(
  "turn",
  Adoption.declare({
    risks: [{ code: "R2", name: "Projectsubsidies", trend: "rising", text: "Een oproep loopt af." }],
    progress: [{ goal: "A50111", on: "2026-06-30", state: "onTrack" }],
  }),
)

const of = (half: 1 | 2, warnAt = 80) =>
  Result.getOrThrow(FollowUp.of(ledger, { ...Realisation.semester(2026, half), warnAt }))

describe("FollowUpText", () => {
  test("summary: has the whole year, warnings, states of actions and changed risks", () => {
    expect(FollowUpText.title(of(1), "nl")).toBe("Opvolgingsrapport W13: eerste semester 2026")
    expect(FollowUpText.summary(of(1), "nl").slice(3)).toEqual([
      "Opgelet: het krediet voor investeringsuitgaven is voor 97,83 % opgebruikt; er rest € 10.000,00.",
      "Stand van de 63 acties: 1 op schema, 62 zonder opgegeven stand.",
      "Risico: Projectsubsidies (was stabiel, is nu stijgend). Een oproep loopt af.",
    ])
    expect(FollowUpText.title(of(1), "en")).toBe("Follow-up report W13: first half of 2026")
    expect(FollowUpText.summary(of(1), "en").slice(3)).toEqual([
      "Warning: the credit for investment expenditure is used for 97,83 %; € 10.000,00 is left.",
      "State of the 63 actions: 1 on track, 62 without a declared state.",
      "Risk: Projectsubsidies (was stable, is now rising). Een oproep loopt af.",
    ])
  })

  test("action: has amounts spent, left or overspent, and the budget holder", () => {
    expect(FollowUpText.action(of(1), "A10101", "nl")).toContain(
      "Van € 21.000,00 is € 30.000,00 uitgegeven (142,86 %). Er is € 9.000,00 meer uitgegeven dan voorzien.",
    )
    expect(FollowUpText.action(of(1), "A10101", "en")).toContain(
      "Of € 21.000,00, € 30.000,00 was spent (142,86 %). That is € 9.000,00 more than was planned.",
    )
    expect(FollowUpText.action(of(1), "A50111", "nl").slice(-2)).toEqual([
      "Stand op 30 juni 2026: op schema.",
      "Budgethouder: Team Staf.",
    ])
    expect(FollowUpText.action(of(1), "A20101", "nl")[1]).toBe(
      "Voor deze actie is in 2026 niets geraamd en niets geboekt.",
    )
    expect(FollowUpText.action(of(1), "A9", "nl")).toEqual([])
  })

  test("action: separates a second half from its year", () => {
    expect(FollowUpText.title(of(2), "nl")).toBe("Opvolgingsrapport W13: tweede semester 2026")
    expect(FollowUpText.action(of(2), "A10101", "nl")[1]).toContain("In deze periode alleen: € 5,00.")
    const { tables } = FollowUpReport.of(of(2), "en")
    expect(tables[1]?.head).toEqual([
      "action",
      "",
      "estimate",
      "in the period",
      "realised",
      "available",
      "%",
      "budget holder",
      "",
      "of which for partners",
    ])
  })

  test("summary: reports credits near their limit and exceeded ones", () => {
    expect(FollowUpText.summary(of(1, 99), "nl")).toContain(
      "Geen enkel bindend krediet (M3) is voor 99 % of meer opgebruikt.",
    )
    record(
      "over",
      Credit.record({ line: computers, year: 2026, date: "2026-06-09", amount: "10000.01", voucher: "V5" }),
    )
    expect(FollowUpText.summary(of(1), "nl")).toContain(
      "Overschreden: het krediet voor investeringsuitgaven, met € 0,01. Pas het meerjarenplan aan.",
    )
    expect(FollowUpText.summary(of(1), "en")).toContain(
      "Exceeded: the credit for investment expenditure, by € 0,01. Adjust the plan.",
    )
  })

  test("FollowUpName.period: names any period", () => {
    const named = (from: string | undefined, until: string | undefined) =>
      (["nl", "en"] as const).map((language) => FollowUpName.period({ ...of(1), from, until }, language))
    expect(named(undefined, undefined)).toEqual(["het jaar 2026", "the year 2026"])
    expect(named("2026-04", "2026-06")).toEqual(["april tot en met juni 2026", "April to June 2026"])
    expect(named("2026-04", "2026-04")).toEqual(["april 2026", "April 2026"])
  })

  test("FollowUpReport.of: has the same figures in text, Markdown, CSV and on a page", () => {
    const report = FollowUpReport.of(of(1), "nl")
    const text = Table.text(report)
    expect(text).toMatch(/^Opvolgingsrapport W13: eerste semester 2026\n=+\n/)
    expect(text).toContain("Stand van de doelstellingen")
    expect(Table.markdown(report)).toContain("| A10101 | U | 21.000,00 | 30.000,00 | -9.000,00 | 142,86 |")
    const [, actions] = report.tables
    expect(actions === undefined ? "" : Table.csv(actions)).toContain(
      "A10101;U;21000,00;30000,00;-9000,00;142,86",
    )
    expect(Table.page(report, "nl")).toContain('<td class="bad">-9.000,00</td>')
    expect(Ledger.position(ledger)).toBeGreaterThan(0)
  })
})
