/** How amounts are read: rows, addresses, moments, explanations and differences on a ledger that fits on a page. */
import {
  Address,
  Adjustment,
  Adoption,
  Credit,
  Diff,
  Dimension,
  Estimate,
  Explain,
  type FormId,
  Layout,
  Ledger,
  Money,
  Overhead,
  PassThrough,
  Reconcile,
  Selector,
  Statement,
  Structure,
  UnmatchedRow,
} from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adopted, declared, fees, goods, grant, payment, rule, van, wages } from "../SmallPlan.ts"

const posted = (
  line: typeof goods | typeof wages | typeof fees | typeof grant | typeof payment | typeof van,
  amounts: Readonly<Record<string, string>>,
) => Estimate.post({ line, amounts })

/** Posted, reallocated, passed on; then adjusted with a stated and an unstated change. */
const story = ledger(
  adopted,
  declared,
  posted(goods, { "2026": "1000.40", "2027": "1000.40" }),
  posted(wages, { "2026": "200.00" }),
  posted(fees, { "2026": "1500.50" }),
  posted(van, { "2026": "300.00" }),
  Overhead.reallocate(rule),
  Estimate.carryResult({
    account: "0930000",
    year: 2026,
    adopted: "50.00",
    unprocessed: { investment: "-5.00" },
  }),
  Estimate.earmark({ account: "0900000", amounts: { "2027": "7.00" } }),
  Adjustment.adopt({
    plan: "2026/1",
    creditYears: [2026, 2027],
    changes: [
      { line: goods, amounts: { "2026": "-0.40" }, reason: { class: "timing", text: "later" } },
      { line: fees, amounts: { "2026": "0.25" } },
      { line: wages, amounts: { "2026": "100.00" }, reason: { class: "index" } },
    ],
  }),
)

const get = <A, E>(result: Result.Result<A, E>): A =>
  Result.getOrThrowWith(result, (failure) => new Error(JSON.stringify(failure)))

const at = (moment: string) => get(Ledger.moment(story, moment))
const versions = { from: at("plan:2026/0"), to: at("plan:2026/1") }

const cells = (form: FormId, section: string, code: string, options = {}) =>
  get(Ledger.statement(story, form, options))
    .rows.filter((row) => row.section === section && row.code === code)
    .flatMap((row) => row.cells.map(({ exact }) => Money.format(exact)))

describe("a statement", () => {
  test("holds the result of the year, its cumulation and what is earmarked", () => {
    const block = "Budgettair resultaat"
    expect(
      ["V", "VI", "VI.A", "VI.B.2", "VII", "VIII", "IX"].map((code) => cells("M2", block, code)),
    ).toEqual([
      ["-99.25", "-1000.40", "0.00"],
      ["45.00", "-54.25", "-1054.65"],
      ["50.00", "0.00", "0.00"],
      ["-5.00", "0.00", "0.00"],
      ["-54.25", "-1054.65", "-1054.65"],
      ["0.00", "7.00", "0.00"],
      ["-54.25", "-1061.65", "-1054.65"],
    ])
  })

  test("at an earlier moment is what it was", () => {
    expect(cells("T2", "EXPLOITATIE", "I.A.2.c", { at: versions.from })).toEqual(["200.00", "0.00", "0.00"])
    expect(cells("T2", "EXPLOITATIE", "I.A.2.c")).toEqual(["300.00", "0.00", "0.00"])
    expect(cells("M2", "Budgettair resultaat", "I.a", { at: 3 })).toEqual(["0.00", "0.00", "0.00"])
  })

  test("shows the credit years of its version", () => {
    const shown = (at: number) => get(Ledger.statement(story, "M3", { at })).years
    expect([shown(versions.from), shown(versions.to)]).toEqual([[2026], [2026, 2027]])
    expect(cells("M3", "Investeringen", "U")).toEqual(["300.00", "0.00"])
  })

  test("says where and when it was read", () => {
    const { at, entity, title, edition, decimals } = get(Ledger.statement(story, "T3", { at: versions.from }))
    expect({ at, entity, title, edition, decimals }).toEqual({
      at: { position: 9, plan: "2026/0" },
      entity: "Vereniging",
      title: "Evolutie van de financiële schulden",
      edition: "bbc-3.0",
      decimals: 0,
    })
  })

  test("hides groups and optional rows in which nothing stands", () => {
    const statement = get(Ledger.statement(story, "M1"))
    expect(Statement.shown(statement).map(({ section, code }) => `${section}/${code}`)).toEqual([
      "Dienstverlening/U",
      "Dienstverlening/O",
      "Zonder beleidsdoelstelling/U",
      "Zonder beleidsdoelstelling/O",
      "Totalen/U",
      "Totalen/O",
    ])
    const M2 = Statement.shown(get(Ledger.statement(story, "M2"))).map(({ code }) => code)
    expect([M2.includes("VI.A"), M2.includes("VI.B.1"), M2.includes("VI.B.2")]).toEqual([true, false, true])
  })

  test("prints figures with the decimals of its form", () => {
    expect(Statement.figure({ decimals: 0 }, Money.from("-12"))).toBe("-12")
    expect(Statement.figure({ decimals: 2 }, Money.from("-12"))).toBe("-12.00")
  })

  test("of a ledger without a plan is refused", () => {
    expect(Ledger.statement(Ledger.empty(), "M2")).toEqual(Result.fail({ _tag: "PlanNotAdopted" }))
  })
})

describe("a row", () => {
  const layout = (form: FormId) => Ledger.layout(story, form, Ledger.planAt(story) ?? never())
  const find = (form: FormId, text: string) => Result.map(Address.find(layout(form), text), Address.format)

  test("is found by a code that is unique, by section and code, and whatever the case of letters", () => {
    expect(find("T2", "i.a.2.c")).toEqual(Result.succeed("EXPLOITATIE/I.A.2.c"))
    expect(find("T2", "investeringen/I.B.1.C")).toEqual(Result.succeed("INVESTERINGEN/I.B.1.c"))
    expect(find("synthesis", "A1/net")).toEqual(Result.succeed("A1/net"))
    expect(find("goals", "Exploitatie/BD1/U")).toEqual(Result.succeed("Exploitatie/BD1/U"))
    expect(find("synthesis", "reserve")).toEqual(Result.succeed("reserve"))
  })

  test("is refused when the code is ambiguous, with its candidates", () => {
    expect(find("T2", "I.A.1")).toEqual(
      Result.fail({
        _tag: "AmbiguousRow",
        form: "T2",
        row: "I.A.1",
        candidates: ["EXPLOITATIE/I.A.1", "INVESTERINGEN/I.A.1", "FINANCIERING/I.A.1"],
      }),
    )
  })

  test("is refused when there is none, with what is near", () => {
    expect(find("T2", "EXPLOITATIE/I.A.2.c.")).toMatchObject(
      Result.fail({ _tag: "UnknownRow", form: "T2", row: "EXPLOITATIE/I.A.2.c.", near: [] }),
    )
    const near = Result.match(find("M2", "X/VI.B"), {
      onFailure: (refusal) => (refusal._tag === "UnknownRow" ? refusal.near : []),
      onSuccess: () => [],
    })
    expect(near).toEqual([
      "Budgettair resultaat/VI.B",
      "Budgettair resultaat/VI.B.1",
      "Budgettair resultaat/VI.B.2",
      "Budgettair resultaat/VI.B.3",
    ])
  })

  test("stands as deep as its code says, unless the form says otherwise", () => {
    const levels = (form: FormId, ...codes: ReadonlyArray<string>) =>
      codes.map((code) => layout(form).rows.find((row) => Address.format(row) === code)?.level)
    expect(levels("T2", "EXPLOITATIE/I", "EXPLOITATIE/I.A.2.c", "EXPLOITATIE/II.A.3.a-2-5")).toEqual([
      0, 3, 5,
    ])
    expect(levels("M3", "Exploitatie/U", "Leningen en Leasings/U")).toEqual([0, 1])
    expect(levels("goals", "Totaal/BD1/U", "Totaal/AP1/U", "Totaal/A1/U", "Totaal/A9/U")).toEqual([
      0, 1, 2, 0,
    ])
  })

  test("of a goal adds those below it, and only an action counts", () => {
    const { rows } = layout("goals")
    const row = (address: string) => rows.find((one) => Address.format(one) === address)
    expect(row("Exploitatie/BD1/U")?.terms.map(({ row: at }) => rows[at]?.code)).toEqual(["AP1/U"])
    expect(row("Exploitatie/A1/U")?.count).toEqual({ section: "operating", direction: "U" })
    expect(row("Exploitatie/BD1/U")?.count).toBeUndefined()
  })

  test("that adds itself is a defect of its form", () => {
    const loop = {
      kind: "fixed",
      id: "X",
      title: "X",
      edition: "bbc-3.0",
      decimals: 0,
      years: "plan",
    } as const
    expect(() =>
      Layout.of(
        { ...loop, rows: { I: { label: "I", plus: ["II"] }, II: { label: "II", plus: ["I"] } } },
        Structure.empty,
      ),
    ).toThrow(/adds itself/)
    expect(() => Layout.of({ ...loop, rows: { I: { label: "I", plus: ["III"] } } }, Structure.empty)).toThrow(
      "form X has no row III",
    )
  })
})

describe("a moment", () => {
  const moment = (text: string | undefined) => Ledger.moment(story, text)

  test.each([
    ["the end, when none is named", undefined, 11],
    ["the plan as adopted", "plan:2026/0", 9],
    ["the plan as adjusted", "plan:2026/1", 11],
    ["a position", "position:4", 4],
    ["the last position", "position:11", 11],
  ])("%s", (_, text, position) => {
    expect(moment(text)).toEqual(Result.succeed(position))
  })

  test.each([
    "plan:2026/9",
    "position:0",
    "position:12",
    "position:1.5",
    "position:-1",
    "time:yesterday",
    "time:2026-13-01T00:00:00Z",
    "xplan:2026/0",
    "2026/0",
    "plan:",
  ])("%s is unknown, never empty", (text) => {
    expect(moment(text)).toEqual(
      Result.fail({
        _tag: "UnknownMoment",
        moment: text,
        known: ["plan:2026/0", "plan:2026/1", "position:1 … position:11"],
      }),
    )
  })

  test("a record time, to the millisecond, in any zone", () => {
    const timed = Ledger.empty()
    for (const [at, event] of [
      ["2026-01-01T10:00:00.000Z", { _tag: "YearClosed", year: 2026 }],
      ["2026-01-02T10:00:00.500Z", { _tag: "YearClosed", year: 2027 }],
    ] as const)
      Ledger.append(timed, { event, time: at })
    const known = (text: string) => Result.getOrElse(Ledger.moment(timed, text), ({ _tag }) => _tag)
    expect(
      [
        "time:2026-01-02T10:00:00.499Z",
        "time:2026-01-02T10:00:00.5Z",
        "time:2026-01-02T11:00:01+01:00",
        "time:2026-01-01T10:00Z",
        "time:2026-01-02",
        "time:2026-01-01",
        "time:2025-12-31T00:00:00Z",
      ].map(known),
    ).toEqual([1, 2, 2, 1, 1, "UnknownMoment", "UnknownMoment"])
  })
})

describe("an explanation", () => {
  const explain = (form: FormId, row: string, year: number, at?: number) =>
    get(Explain.cell(story, { form, row, year }, { at }))
  const told = (form: FormId, row: string, year: number, at?: number) =>
    explain(form, row, year, at).postings.map(({ entry, event, amount, rule: by, reason }) =>
      [entry, event, Money.format(amount), by?.rule, reason?.class]
        .filter((one) => one !== undefined)
        .join(" "),
    )

  test("lists the postings of a cell, oldest first, with rule and reason", () => {
    expect(told("T2", "EXPLOITATIE/I.A.1", 2026)).toEqual([
      "3 EstimatePosted 1000.40",
      "7 OverheadReallocated 30.00 overhead",
      "10 PlanAdjusted -0.40 timing",
      "11 OverheadReallocated 15.00 overhead",
    ])
    expect(told("T2", "EXPLOITATIE/I.A.1", 2026, versions.from)).toEqual([
      "3 EstimatePosted 1000.40",
      "7 OverheadReallocated 30.00 overhead",
    ])
  })

  test("turns the sign of what a row subtracts, and reaches back through the years", () => {
    expect(told("M2", "Budgettair resultaat/VII", 2027)).toEqual([
      "3 EstimatePosted -1000.40",
      "3 EstimatePosted -1000.40",
      "4 EstimatePosted -200.00",
      "5 EstimatePosted 1500.50",
      "6 EstimatePosted -300.00",
      "7 OverheadReallocated -30.00 overhead",
      "7 OverheadReallocated 30.00 overhead",
      "8 ResultCarriedForward 50.00",
      "8 ResultCarriedForward -5.00",
      "10 PlanAdjusted 0.40 timing",
      "10 PlanAdjusted 0.25",
      "10 PlanAdjusted -100.00 index",
      "11 OverheadReallocated -15.00 overhead",
      "11 OverheadReallocated 15.00 overhead",
    ])
  })

  test("shows the rows it adds, with their signs, and the year before", () => {
    const { rows, exact, printed, label } = explain("M2", "Budgettair resultaat/IX", 2027)
    expect([label, Money.format(exact), Money.format(printed)]).toEqual([
      "Beschikbaar budgettair resultaat (VII-VIII)",
      "-1061.65",
      "-1061.00",
    ])
    expect(rows.map(({ code, sign, year }) => `${sign} ${code} ${year}`)).toEqual([
      "1 VII 2027",
      "-1 VIII 2027",
    ])
    const VI = rows[0]?.rows[1]
    expect(VI?.rows.map(({ code, year }) => `${code} ${year}`)).toEqual([
      "VI.A 2027",
      "VI.B 2027",
      "VII 2026",
    ])
    expect(VI?.rows[2]?.rows[1]?.rows.map(({ code }) => code)).toEqual(["VI.A", "VI.B"])
    expect(rows[1]?.counts).toEqual({ section: "result", direction: "U" })
    expect(rows[0]?.counts).toBeUndefined()
  })

  test("names a figure that is not its own rounding", () => {
    expect(Money.format(explain("M2", "Budgettair resultaat/IX", 2027).roundsTo ?? never())).toBe("-1062.00")
    expect(explain("M2", "Budgettair resultaat/I", 2027).roundsTo).toBeUndefined()
  })

  test("says which selectors found nothing in an empty cell", () => {
    const why = (row: string, language: "en" | "nl" = "en") =>
      UnmatchedRow.format(explain("T2", row, 2026).nothing ?? never(), language)
    expect(why("EXPLOITATIE/II.A.4")).toBe(
      "No posting matches EXPLOITATIE/II.A.4: estimate, operating, O, row II.A.4.",
    )
    expect(why("EXPLOITATIE/II.A.4", "nl")).toBe(
      "Geen enkele mutatie past bij EXPLOITATIE/II.A.4: raming, exploitatie, O, rij II.A.4.",
    )
    expect(why("FINANCIERING/I.C.1", "nl")).toMatch(/; en nog 5\.$/)
    expect(UnmatchedRow.format([], "nl")).toBe("De rij telt hier geen rijen op.")
    expect(UnmatchedRow.format([])).toBe("The row adds no rows here.")
    expect(why("FINANCIERING/I.C.1")).toMatch(
      /^No posting matches FINANCIERING\/I\.C\.1-\d+: .*; and 5 more\.$/,
    )
    expect(explain("T2", "EXPLOITATIE/I.A.1", 2026).nothing).toBeUndefined()
  })

  test("is refused for an unknown row, year or moment", () => {
    const refused = (row: string, year: number, at?: number) =>
      Result.match(Explain.cell(story, { form: "M2", row, year }, { at }), {
        onFailure: ({ _tag }) => _tag,
        onSuccess: () => "",
      })
    expect([refused("XX", 2026), refused("IX", 2025), refused("IX", 2026, 999)]).toEqual([
      "UnknownRow",
      "YearNotShown",
      "UnknownMoment",
    ])
    expect(Explain.cell(Ledger.empty(), { form: "M2", row: "IX", year: 2026 })).toEqual(
      Result.fail({ _tag: "PlanNotAdopted" }),
    )
  })
})

describe("a difference", () => {
  const between = (from: number, to: number, form: FormId) =>
    get(Diff.between(story, { from, to, forms: [form] }))
  const told = (from: number, to: number, form: FormId) =>
    between(from, to, form).cells.map(({ section, code, year, old, new: now, delta, causes, unexplained }) =>
      [
        `${section}/${code} ${year}: ${Money.format(old)} → ${Money.format(now)} (${Money.format(delta)})`,
        ...causes.map(
          ({ entry, kind, text, amount }) => `${entry} ${kind} ${text ?? ""} ${Money.format(amount)}`,
        ),
        ...(unexplained === 0n ? [] : [`unexplained ${Money.format(unexplained)}`]),
      ].join("; "),
    )

  test("splits what changed over its causes, and shows what no reason explains", () => {
    expect(told(versions.from, versions.to, "T1")).toMatchInlineSnapshot(`
      [
        "ZORG/U 2026: 1530.40 → 1645.00 (114.60); 10 timing later -0.40; 10 index  100.00; 11 overhead  15.00",
        "ZORG/O 2026: 1500.50 → 1500.75 (0.25); unexplained 0.25",
        "ALGEMEEN/O 2026: 30.00 → 45.00 (15.00); 11 overhead  15.00",
        "Algemeen totaal/U 2026: 1530.40 → 1645.00 (114.60); 10 timing later -0.40; 10 index  100.00; 11 overhead  15.00",
        "Algemeen totaal/O 2026: 1530.50 → 1545.75 (15.25); 11 overhead  15.00; unexplained 0.25",
      ]
    `)
    expect(told(versions.to, versions.from, "T1")).toMatchInlineSnapshot(`
      [
        "ZORG/U 2026: 1645.00 → 1530.40 (-114.60); 10 timing later 0.40; 10 index  -100.00; 11 overhead  -15.00",
        "ZORG/O 2026: 1500.75 → 1500.50 (-0.25); unexplained -0.25",
        "ALGEMEEN/O 2026: 45.00 → 30.00 (-15.00); 11 overhead  -15.00",
        "Algemeen totaal/U 2026: 1645.00 → 1530.40 (-114.60); 10 timing later 0.40; 10 index  -100.00; 11 overhead  -15.00",
        "Algemeen totaal/O 2026: 1545.75 → 1530.50 (-15.25); 11 overhead  -15.00; unexplained -0.25",
      ]
    `)
  })

  test("names both sides, and is empty between a moment and itself", () => {
    const { from, to, cells: none } = between(5, 5, "T2")
    expect({ from, to, none }).toEqual({
      from: { position: 5, plan: "2026/0" },
      to: { position: 5, plan: "2026/0" },
      none: [],
    })
  })

  test("is refused when a moment is unknown or no plan is adopted", () => {
    expect(Result.isFailure(Diff.between(story, { from: 999, to: 1 }))).toBe(true)
    expect(Result.isFailure(Diff.between(story, { from: 1, to: 999 }))).toBe(true)
  })

  test("keeps two objectives of one name apart when the structure changes", () => {
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

  test("owes what another structure reads to the entry that changed it", () => {
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

describe("a published table", () => {
  const cell = (code: string, amount: string, year = 2026) => ({
    section: "Budgettair resultaat",
    code,
    year,
    amount: Money.from(amount),
    line: 2,
    column: String(year),
  })
  const outcome = (code: string, amount: string, year?: number) =>
    get(Reconcile.table(story, { form: "M2", cells: [cell(code, amount, year)] })).comparisons[0]?.outcome

  test("is equal, off by rounding, wrong, or has no such cell", () => {
    expect([
      outcome("V", "-99"),
      outcome("III", "-100"),
      outcome("III", "-102"),
      outcome("I.a", "1547"),
      outcome("XX", "0"),
      outcome("V", "0", 2031),
    ]).toEqual(["equal", "rounding", "error", "error", "missing", "missing"])
  })

  test("tells what was printed, what is exact, and how far it may be off", () => {
    const { comparisons, counts, form, at } = get(
      Reconcile.table(story, { form: "M2", cells: [cell("IX", "-53")] }),
    )
    expect({ form, at, counts }).toEqual({
      form: "M2",
      at: { position: 11, plan: "2026/1" },
      counts: { equal: 0, rounding: 1, error: 0, missing: 0 },
    })
    const [{ printed, exact, difference, tolerance } = never()] = comparisons
    expect([printed, exact, difference, tolerance].map((one) => Money.format(one ?? Money.zero))).toEqual([
      "-54.00",
      "-54.25",
      "1.00",
      "1.00",
    ])
  })
})

describe("a place under a structure", () => {
  const { structure } = Ledger.planAt(story) ?? never()
  const place = {
    phase: "estimate",
    direction: "U",
    account: "6140000",
    policyItem: "0900",
    action: "A1",
  } as const

  test("has a section, a row, a domain and its objectives", () => {
    expect(Dimension.of(structure, place)).toMatchObject({
      section: "operating",
      row: "I.A.1",
      domain: "Zorg",
      action: "A1",
      policyObjective: "BD1",
    })
  })

  test.each([
    ["interest by its creditor", { account: "6500000", sector: "FIN" }, "I.B.1-1"],
    [
      "a grant by where it comes from",
      { direction: "O", account: "7402000", sector: "OCMW" },
      "II.A.3.a-2-5",
    ],
    ["the municipal fund by its account alone", { direction: "O", account: "7400100" }, "II.A.3.a-1"],
  ] as const)("%s", (_, of, row) => {
    expect(Dimension.of(structure, { ...place, ...of })).toMatchObject({ row })
  })

  test("of a debt is read by its part, and a result has no row", () => {
    expect(Dimension.of(structure, { phase: "debt", direction: "O", account: "173" })).toMatchObject({
      section: "financing",
      row: "",
    })
    expect(Dimension.of(structure, { phase: "estimate", direction: "O", account: "0930000" })).toMatchObject({
      section: "result",
      row: "",
    })
  })

  test("takes the longest prefix, whatever was declared first", () => {
    const longer = Structure.declare(structure, {
      accounts: [
        { section: "operating", direction: "U", row: "I.A.5", prefixes: ["6140"] },
        { section: "operating", direction: "U", row: "I.A.3", prefixes: ["614"] },
      ],
    })
    expect(
      ["6140000", "6141000", "6100000"].map((account) => Structure.accountRule(longer, "U", account)?.row),
    ).toEqual(["I.A.5", "I.A.3", "I.A.1"])
    expect(Structure.accountRule(longer, "O", "6140000")).toBeUndefined()
  })
})

test("a selector reads like a sentence", () => {
  expect(Selector.format({ phase: "actual", section: "result", under: ["II"] }, "nl")).toBe(
    "aanrekening, budgettaire resultaten, rijen onder II",
  )
  expect(Selector.format({})).toBe("estimate, all sections")
  expect(
    Selector.format({
      phase: "debt",
      section: "financing",
      direction: "O",
      row: "I",
      under: ["II.A", "II.B"],
      accounts: ["171"],
      notAccounts: ["172", "173"],
      part: "bonds",
    }),
  ).toBe(
    "debt, financing, O, row I, rows under II.A, II.B, accounts 171…, no accounts 172…, 173…, part bonds",
  )
})

test("what is passed on stands on a part per partner", () => {
  const passed = ledger(
    adopted,
    declared,
    posted(grant, { "2026": "10.00" }),
    posted(payment, { "2026": "10.00" }),
    PassThrough.passOn("A2", [{ partner: "Noord", percent: "100" }]),
    Credit.close({ year: 2028 }),
  )
  const { postings } = get(Explain.cell(passed, { form: "T2", row: "EXPLOITATIE/I.A.1", year: 2026 }))
  expect(postings.map(({ place, amount, rule: by }) => [place.part, Money.format(amount), by])).toEqual([
    [undefined, "10.00", undefined],
    [undefined, "-10.00", undefined],
    [
      "Noord",
      "10.00",
      { rule: "passThrough", percent: "100", received: "10.00", partner: "Noord", order: 0 },
    ],
  ])
})

const never = (): never => {
  throw new Error("this is there")
}

describe("goals that are called the same", () => {
  const namesakes = ledger(
    adopted,
    declared,
    Adoption.declare({
      goals: [
        { code: "BD7", level: "policyObjective", name: "Werking", priority: true },
        { code: "BD8", level: "policyObjective", name: "Werking", priority: true },
        ...(["7", "8"] as const).flatMap((goal) => [
          {
            code: `AP7${goal}`,
            level: "actionPlan",
            parent: `BD${goal}`,
            name: "Plan",
            priority: true,
          } as const,
          {
            code: `A7${goal}`,
            level: "action",
            parent: `AP7${goal}`,
            name: "Actie",
            priority: true,
          } as const,
        ]),
      ],
    }),
    Estimate.post({ line: { ...goods, action: "A77" }, amounts: { "2026": "7.00" } }),
    Estimate.post({ line: { ...goods, action: "A78" }, amounts: { "2026": "8.00" } }),
  )
  const cell = (row: string) => Explain.cell(namesakes, { form: "M1", row, year: 2026 })

  test("are told apart by their codes in M1, and each is explained", () => {
    expect(["BD7 Werking/U", "BD8 Werking/U"].map((row) => Money.format(get(cell(row)).exact))).toEqual([
      "7.00",
      "8.00",
    ])
    expect(Result.isFailure(cell("Werking/U"))).toBe(true)
  })

  test("leave the others with their name alone", () => {
    const sections = get(Ledger.statement(namesakes, "M1")).rows.map(({ section }) => section)
    expect(sections.filter((section) => section.includes("BD")).length).toBe(4)
    expect(sections).toContain("Totalen")
  })
})

test("a form that the law names and nobody built is told apart from one that is none", () => {
  expect(Ledger.formOf("j4")).toEqual(
    Result.fail({ _tag: "FormNotBuilt", form: "J4", known: expect.arrayContaining(["J3"]) }),
  )
  expect(Ledger.formOf("M9")).toEqual(
    Result.fail({ _tag: "UnknownForm", form: "M9", known: expect.arrayContaining(["J3"]) }),
  )
})
