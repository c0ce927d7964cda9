/** Every message of every catalogue in both languages: no English in Dutch, nothing left untranslated, nothing empty. */
import { type BudgetEvent, Diff, Explain } from "@grootboek/core"
import { Check, FollowUp, Realisation } from "@grootboek/core/answer"
import { FollowUpReport, FollowUpText, Table, Text } from "@grootboek/report"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as ComparisonText from "../src/words/ComparisonText.ts"
import * as EventName from "../src/words/EventName.ts"
import * as EventText from "../src/words/EventText.ts"
import * as SourceText from "../src/words/SourceText.ts"
import * as TableWords from "../src/words/TableWords.ts"
import * as Words from "../src/words/Words.ts"
import { broken, english, entries, ledger, norms, pairs, prose } from "./Messages.ts"
import { versions } from "./w13.ts"

/** Words that are the same in both languages. */
const alike =
  /^(plan|code|item|norm|cent|overhead|timing|sector|reserve|indicator|actie|budget|€|[\d.,%()\s/–:·+−×=-]|[A-Z]\w*\d\w*|M2|T2|min|partner)*$/i

describe("catalogues", () => {
  test.each(pairs)("%s: has both languages, and Dutch without English words", (_, { en, nl }) => {
    for (const text of [en, nl]) expect(text).toMatch(/\S/)
    for (const text of [en, nl]) expect(text).not.toMatch(/undefined|NaN|\[object|\s{2,}|\.\./)
    expect(english.exec(prose(nl))?.[0]).toBeUndefined()
    if (en === nl) expect(en).toMatch(alike)
  })

  test("Dutch: has one word for a budget line and one for a row", () => {
    expect(TableWords.of("line", "nl")).toBe("budgetlijn")
    expect(TableWords.of("perLine", "nl")).toBe("Per budgetlijn")
    const row = SourceText.note({ account: "7405000", row: "I.A" })
    expect(row.nl).toBe("Ontvangsten op rekening 7405000 horen bij rij I.A van T2.")
    for (const { nl } of pairs.map(([, texts]) => texts)) expect(nl).not.toMatch(/budgetpost|rubriek/i)
  })

  test("ComparisonText.message: names on the command line the command that shows the postings", () => {
    const different = broken.comparisons.find(({ outcome }) => outcome === "error")
    if (different === undefined) throw new Error("every figure is equal")
    expect(ComparisonText.message(different, "M2", "nl", "command")).toMatch(
      /`grootboek explain M2 "Budgettair resultaat\/I" 2026` toont de mutaties\.$/,
    )
    expect(ComparisonText.message(different, "M2", "en", "command")).toMatch(
      /`grootboek explain M2 "Budgettair resultaat\/I" 2026` shows its postings\.$/,
    )
    expect(ComparisonText.message(different, "M2", "nl")).not.toContain("grootboek")
  })

  test("EventName.of: names every kind of event in Dutch", () => {
    for (const [kind, name] of Object.entries(EventName.dutch)) {
      expect(name).not.toMatch(english)
      expect(EventName.of(kind, "en")).toBe(kind)
    }
    const unknown: string = "PlanMerged"
    expect(EventName.of(unknown, "nl")).toBe(unknown)
  })

  test("EventText.summary: has no English words in Dutch for the events of the plan", () => {
    const described = entries.map(({ event }): BudgetEvent.BudgetEvent => event)
    for (const event of described)
      expect(prose(EventText.summary(event, "nl"))).not.toMatch(/\b(goals|lines|not|by|entry|postings)\b/)
  })

  test.each([1, 2] as const)("answers in Dutch: have no English words, half year %i", (half) => {
    const report = Result.getOrThrow(FollowUp.of(ledger, { ...Realisation.semester(2026, half), warnAt: 80 }))
    const [changed] = [Result.getOrThrow(Diff.between(ledger, { ...versions(ledger), forms: ["M3"] }))]
    const explained = Result.getOrThrow(
      Explain.cell(ledger, { form: "M3", row: "Exploitatie/U", year: 2026 }),
    )
    const options = { language: "nl" } as const
    const texts = [
      FollowUpText.title(report, "nl"),
      ...FollowUpText.summary(report, "nl"),
      Table.text(FollowUpReport.of(report, "nl")),
      Text.difference(changed, options),
      Text.explanation(explained, { ...options, mostEntries: 2 }),
      Text.log(entries, options),
      Text.norms(norms, options),
      Text.verification({ entries: 1, head: "0", findings: [], laws: Check.laws(ledger), norms }, options),
      Text.reconciliation(broken, "M2.csv", options),
      Text.consistency(broken.itself, null, options),
    ]
    // Data may hold a code such as AND.
    for (const text of texts) expect(new RegExp(english.source).exec(prose(text))?.[0]).toBeUndefined()
  })

  test.each([
    [1, "1 rij", "1 row"],
    [0, "0 rijen", "0 rows"],
    [2, "2 rijen", "2 rows"],
  ])("Words.count: %i in the singular or the plural", (number, nl, en) => {
    expect([Words.count(number, "row", "nl"), Words.count(number, "row", "en")]).toEqual([nl, en])
  })
})
