/** The cells that changed between two versions, with their causes. */
import {
  Adjustment,
  Adoption,
  type BudgetEvent,
  Diff,
  Estimate,
  type FormId,
  Funding,
  Ledger,
  Money,
} from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import { describe, expect, test } from "vitest"
import { adjusted, get, versions } from "../AdjustedPlan.ts"
import {
  adopted,
  declared,
  type fees,
  goods,
  type grant,
  type payment,
  type van,
  wages,
} from "../SmallPlan.ts"

const posted = (
  line: typeof goods | typeof wages | typeof fees | typeof grant | typeof payment | typeof van,
  amounts: Readonly<Record<string, string>>,
) => Estimate.post({ line, amounts })

describe("Diff.between", () => {
  const between = (from: number, to: number, form: FormId) =>
    get(Diff.between(adjusted, { from, to, forms: [form] }))
  const reported = (from: number, to: number, form: FormId) =>
    between(from, to, form).cells.map(({ section, code, year, old, new: now, delta, causes, unexplained }) =>
      [
        `${section}/${code} ${year}: ${Money.format(old)} → ${Money.format(now)} (${Money.format(delta)})`,
        ...causes.map(
          ({ entry, kind, text, amount }) => `${entry} ${kind} ${text ?? ""} ${Money.format(amount)}`,
        ),
        ...(unexplained === 0n ? [] : [`unexplained ${Money.format(unexplained)}`]),
      ].join("; "),
    )

  test("splits a change over its causes and returns the unexplained rest", () => {
    expect(reported(versions.from, versions.to, "T1")).toMatchInlineSnapshot(`
      [
        "ZORG/U 2026: 1530.40 → 1645.00 (114.60); 10 timing later -0.40; 10 index  100.00; 11 overhead  15.00",
        "ZORG/O 2026: 1500.50 → 1500.75 (0.25); unexplained 0.25",
        "ALGEMEEN/O 2026: 30.00 → 45.00 (15.00); 11 overhead  15.00",
        "Algemeen totaal/U 2026: 1530.40 → 1645.00 (114.60); 10 timing later -0.40; 10 index  100.00; 11 overhead  15.00",
        "Algemeen totaal/O 2026: 1530.50 → 1545.75 (15.25); 11 overhead  15.00; unexplained 0.25",
      ]
    `)
    expect(reported(versions.to, versions.from, "T1")).toMatchInlineSnapshot(`
      [
        "ZORG/U 2026: 1645.00 → 1530.40 (-114.60); 10 timing later 0.40; 10 index  -100.00; 11 overhead  -15.00",
        "ZORG/O 2026: 1500.75 → 1500.50 (-0.25); unexplained -0.25",
        "ALGEMEEN/O 2026: 45.00 → 30.00 (-15.00); 11 overhead  -15.00",
        "Algemeen totaal/U 2026: 1645.00 → 1530.40 (-114.60); 10 timing later 0.40; 10 index  -100.00; 11 overhead  -15.00",
        "Algemeen totaal/O 2026: 1545.75 → 1530.50 (-15.25); 11 overhead  -15.00; unexplained -0.25",
      ]
    `)
  })

  test("adds the postings of one reason and text, also when others are between them", () => {
    const change = (amount: string, reason: BudgetEvent.Reason) => ({
      line: goods,
      amounts: { "2026": amount },
      reason,
    })
    const texts = ledger(
      adopted,
      declared,
      Adjustment.adopt({
        plan: "2026/1",
        creditYears: [],
        changes: [
          change("1.00", { class: "timing" }),
          change("2.00", { class: "timing", text: "undefined" }),
          change("4.00", { class: "index" }),
          change("8.00", { class: "timing" }),
          change("16.00", { class: "timing", text: "later" }),
          change("32.00", { class: "timing", text: "undefined" }),
        ],
      }),
    )
    const { cells } = get(Diff.between(texts, { from: 2, to: 3, forms: ["T1"] }))
    expect(
      cells[0]?.causes.map(({ kind, text, amount }) => `${kind} ${text} ${Money.format(amount)}`),
    ).toEqual([
      "timing undefined 9.00",
      "timing undefined 34.00",
      "index undefined 4.00",
      "timing later 16.00",
    ])
  })

  test("returns both moments and no cells when they are equal", () => {
    const { from, to, cells: none } = between(5, 5, "T2")
    expect({ from, to, none }).toEqual({
      from: { position: 5, plan: "2026/0" },
      to: { position: 5, plan: "2026/0" },
      none: [],
    })
  })

  test("keeps objectives of one name separate when the structure changes", () => {
    const twin = ledger(
      adopted,
      declared,
      Adoption.declare({
        goals: [
          { code: "BD2", level: "policyObjective", name: "Dienstverlening", priority: true },
          { code: "B1", level: "action", parent: "BD2", name: "Tweede", priority: true },
        ],
      }),
      posted(goods, { "2026": "10.00" }),
      Estimate.post({ line: { ...goods, action: "B1" }, amounts: { "2026": "3.00" } }),
      Adjustment.adopt({
        plan: "2026/1",
        creditYears: [],
        structure: {
          goals: [{ code: "A3", level: "action", parent: "AP1", name: "Nieuw", priority: false }],
        },
        changes: [{ line: goods, amounts: { "2026": "1.00" }, reason: { class: "timing" } }],
      }),
    )
    const { cells: moved } = get(
      Diff.between(twin, {
        from: get(Ledger.moment(twin, "plan:2026/0")),
        to: Ledger.position(twin),
        forms: ["M1"],
      }),
    )
    expect(
      moved.map(({ section, old, new: now }) => `${section} ${Money.format(old)} → ${Money.format(now)}`),
    ).toEqual(["BD1 Dienstverlening 10.00 → 11.00", "Totalen 13.00 → 14.00"])
  })

  test("attributes a change of structure to the entry that made it", () => {
    const rebuilt = ledger(
      adopted,
      declared,
      posted(goods, { "2026": "10.00" }),
      Adjustment.adopt({
        plan: "2026/1",
        creditYears: [],
        structure: { accounts: [{ section: "operating", direction: "U", row: "I.A.5", prefixes: ["61"] }] },
        changes: [],
      }),
    )
    const { cells: moved } = get(
      Diff.between(rebuilt, {
        from: get(Ledger.moment(rebuilt, "plan:2026/0")),
        to: Ledger.position(rebuilt),
        forms: ["T2"],
      }),
    )
    expect(
      moved.map(({ code, delta, causes }) =>
        [code, Money.format(delta), ...causes.map(({ entry, kind }) => `${entry} ${kind}`)].join(" "),
      ),
    ).toEqual(["I.A.1 -10.00 4 structure", "I.A.5 10.00 4 structure"])
  })
})

test("Diff.between: reads no posting on a line whose amounts do not count", () => {
  const made = ledger(
    adopted,
    declared,
    Adoption.declare({ conditions: [{ code: "V1", name: "Subsidie toegekend" }] }),
    posted(goods, { "2026": "10.00" }),
    Funding.assign([{ line: goods, condition: "V1" }]),
    posted(goods, { "2026": "5.00" }),
    posted(wages, { "2026": "1.00" }),
  )
  const changed = (conditional: "with" | "without") =>
    get(Diff.between(made, { from: 5, to: 7, forms: ["M1"] }, { conditional })).cells.map(
      ({ section, code, causes, unexplained }) =>
        [
          `${section}/${code}`,
          ...causes.map(({ entry, amount }) => `${entry} ${Money.format(amount)}`),
          unexplained,
        ]
          .map(String)
          .join(" "),
    )
  expect(changed("without")).toEqual(["Dienstverlening/U 7 1.00 0", "Totalen/U 7 1.00 0"])
  expect(changed("with")).toEqual(["Dienstverlening/U 6 5.00 7 1.00 0", "Totalen/U 6 5.00 7 1.00 0"])
})
