/** Published tables, laid out on their forms without a ledger. */
import { Address, forms, Layout, Money, Structure } from "@grootboek/core"
import { Published } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { declarations } from "../SmallPlan.ts"

type Printed = readonly [address: string, year: number, amount: string]

const table = (
  form: Published.PublishedTable["form"],
  cells: ReadonlyArray<Printed>,
  more: Partial<Published.PublishedTable> = {},
): Published.PublishedTable => ({
  form,
  cells: cells.map(([address, year, amount], at) => {
    const slash = form === "synthesis" ? -1 : address.indexOf("/")
    return {
      section: slash < 0 ? "" : address.slice(0, slash),
      code: address.slice(slash + 1),
      year,
      amount: Money.from(amount),
      line: at + 2,
      column: `${year}`,
    }
  }),
  ...more,
})

const lay = (...tables: ReadonlyArray<Published.PublishedTable>) => Result.getOrThrow(Published.lay(tables))

/** Returns the figures of a table by address. */
const reported = ({ layout, figures, years }: Published.LaidTable) =>
  layout.rows.flatMap((row) =>
    years.flatMap((year, at) => {
      const figure = figures[row.index]?.[at]
      return figure === undefined
        ? []
        : [
            `${Address.format(row)} ${year}: ${Money.format(figure.amount)} (${figure.file ?? "-"}:${figure.line})`,
          ]
    }),
  )

describe("Published.lay", () => {
  test("takes the printed decimals of a table instead of those of its form", () => {
    const decimalsOf = (...parts: ReadonlyArray<Partial<Published.PublishedTable>>) =>
      lay(...parts.map((more, at) => table("synthesis", [["reserve", 2026 + at, "1"]], more))).map(
        ({ layout }) => layout.form.decimals,
      )
    expect(decimalsOf({})).toEqual([2])
    expect(decimalsOf({ decimals: 0 })).toEqual([0])
    expect(decimalsOf({ decimals: 0 }, { decimals: 1 })).toEqual([1])
  })

  test("lays tables out over all the years that they print", () => {
    const tables = lay(
      table("T3", [["A", 2028, "5"]]),
      table("M2", [["Budgettair resultaat/I", 2026, "1"]], { file: "M2.csv" }),
    )
    expect(tables.map(({ form, years }) => [form, years])).toEqual([
      ["T3", [2026, 2027, 2028]],
      ["M2", [2026, 2027, 2028]],
    ])
    expect(tables.map(reported)).toEqual([
      ["A 2028: 5.00 (-:2)"],
      ["Budgettair resultaat/I 2026: 1.00 (M2.csv:2)"],
    ])
    expect(tables[0]?.figures.length).toBe(tables[0]?.layout.rows.length)
    expect(tables[0]?.figures.every((years) => years.length === 3)).toBe(true)
  })

  test("merges several files of one form, in cents when one of the files is", () => {
    const [one, ...others] = lay(
      table("T3", [["A", 2026, "1"]], { file: "a.csv" }),
      table("T3", [["B", 2026, "2.50"]], { file: "b.csv", decimals: 2 }),
    )
    expect(others).toEqual([])
    expect(one && reported(one)).toEqual(["A 2026: 1.00 (a.csv:2)", "B 2026: 2.50 (b.csv:2)"])
    expect(one?.layout.form.decimals).toBe(2)
  })

  test("returns nothing without tables, and no years without figures", () => {
    expect(lay()).toEqual([])
    expect(lay(table("T3", [])).map(({ years, figures }) => [years, figures.flat()])).toEqual([[[], []]])
  })

  test("returns every figure without a cell, with its source line", () => {
    const failed = Published.lay([
      table("M2", [
        ["Budgettair resultaat/I", 2026, "1"],
        ["budgettair RESULTAAT/i", 2026, "2"],
        ["Budgettair resultaat/I", 2027, "1.25"],
        ["Niets/I", 2026, "3"],
      ]),
      table("T3", [["A", 2026, "0.10"]], { file: "T3.csv" }),
    ])
    expect(
      Result.isFailure(failed) &&
        failed.failure.map(({ figure, refusal }) => [figure.form, figure.file, refusal]),
    ).toEqual([
      [
        "M2",
        undefined,
        {
          _tag: "DuplicateCode",
          what: "printedCell",
          code: "budgettair RESULTAAT/i 2026",
          printed: [
            { line: 2, amount: "1.00" },
            { line: 3, amount: "2.00" },
          ],
          sourceLine: 3,
        },
      ],
      [
        "M2",
        undefined,
        {
          _tag: "MalformedValue",
          field: "2027",
          problem: "1.25 is finer than M2 prints",
          reason: { kind: "finerThanPrinted", values: ["1.25", "M2"] },
          sourceLine: 4,
        },
      ],
      [
        "M2",
        undefined,
        expect.objectContaining({ _tag: "UnknownRow", form: "M2", row: "Niets/I", sourceLine: 5 }),
      ],
      [
        "T3",
        "T3.csv",
        {
          _tag: "MalformedValue",
          field: "2026",
          problem: "0.10 is finer than T3 prints",
          reason: { kind: "finerThanPrinted", values: ["0.10", "T3"] },
          sourceLine: 2,
        },
      ],
    ])
  })
})

describe("Published.lay of a grouped form", () => {
  const groups = ({ layout }: Published.LaidTable) => [
    ...new Set(layout.rows.map(({ group }) => group.replace("\u001f", "~"))),
  ]

  test("takes the groups from the printed rows, without totals and the rest", () => {
    const [M1, T1] = lay(
      table("M1", [
        ["Zorg/U", 2026, "1"],
        ["Zorg/O", 2026, "1"],
        ["Wonen/U", 2026, "1"],
        ["Zonder beleidsdoelstelling/U", 2026, "1"],
        ["totalen/U", 2026, "3"],
      ]),
      table("T1", [
        ["ZORG/U", 2026, "1"],
        ["Algemeen totaal/U", 2026, "1"],
      ]),
    )
    expect([M1, T1].map((one) => one && groups(one))).toEqual([
      ["Zorg", "Wonen", "~rest", ""],
      ["ZORG", "~rest", ""],
    ])
    expect([...(M1?.layout.structure.goals.values() ?? [])]).toEqual([
      { code: "Zorg", name: "Zorg", level: "policyObjective", priority: false },
      { code: "Wonen", name: "Wonen", level: "policyObjective", priority: false },
    ])
    expect([...(T1?.layout.structure.policyItems.values() ?? [])]).toEqual([
      { code: "ZORG", name: "ZORG", field: "ZORG", fieldName: "ZORG", domain: "ZORG" },
    ])
    expect(M1 && reported(M1)).toHaveLength(5)
  })

  test("takes actions from their codes", () => {
    const [one] = lay(
      table("synthesis", [
        ["A1/net", 2026, "1.00"],
        ["A1/U", 2026, "1.00"],
        ["A2/O", 2026, "1.00"],
        ["Zonder actie/net", 2026, "1.00"],
        ["total/net", 2026, "1.00"],
        ["reserve", 2026, "1.00"],
      ]),
    )
    expect(one && groups(one)).toEqual(["A1", "A2", "~rest", ""])
    expect([...(one?.layout.structure.goals.values() ?? [])].map(({ level }) => level)).toEqual([
      "action",
      "action",
    ])
    expect(one && reported(one)).toHaveLength(6)
  })

  test("ignores groups without a name, and matches totals case-insensitively", () => {
    const named = (address: string) => Published.lay([table("synthesis", [[address, 2026, "1.00"]])])
    for (const address of ["X", "/U", "/net"]) expect(Result.isFailure(named(address)), address).toBe(true)
    const [one] = Result.getOrThrow(named("TOTAL/NET"))
    expect(one && groups(one)).toEqual(["~rest", ""])
  })

  test("uses the groups of a given structure", () => {
    const structure = Structure.declare(Structure.empty, declarations)
    const tables = Result.getOrThrow(
      Published.lay(
        [table("M1", [["Dienstverlening/U", 2026, "1"]]), table("T3", [["A", 2026, "1"]])],
        structure,
      ),
    )
    expect(tables[0] && groups(tables[0])).toEqual(["BD1", "~rest", ""])
    expect(tables.map(({ layout }) => layout.structure === structure)).toEqual([true, true])
  })
})

describe("Published.finder", () => {
  const layout = Layout.of(forms.T2, Structure.empty)
  const row = (section: string, code: string) =>
    Result.match(Published.finder(layout)({ section, code }), {
      onFailure: ({ _tag }) => _tag,
      onSuccess: (index) => Address.format(layout.rows[index] ?? { section: "", code: "" }),
    })

  test("ignores case, and accepts a code alone when it is unique", () => {
    expect([
      row("EXPLOITATIE", "I.A.2.c"),
      row("exploitatie", "i.a.2.C"),
      row("", "I.A.2.c"),
      row("", "I.A.1"),
      row("EXPLOITATIE", "X"),
    ]).toEqual([
      "EXPLOITATIE/I.A.2.c",
      "EXPLOITATIE/I.A.2.c",
      "EXPLOITATIE/I.A.2.c",
      "AmbiguousRow",
      "UnknownRow",
    ])
  })
})

describe("Published.holdsNothing", () => {
  const nothing = (of: Published.LaidTable, address: string) => {
    const index = of.layout.rows.findIndex((row) => Address.format(row) === address)
    const holds = Published.holdsNothing(of)
    return [0, 1].map((year) => holds(index, year))
  }

  test("is true for an optional row, except for the opening amount", () => {
    const [M2] = lay(
      table("M2", [
        ["Budgettair resultaat/I", 2026, "1"],
        ["Budgettair resultaat/I", 2027, "1"],
      ]),
    )
    if (M2 === undefined) throw new Error("laid")
    // A row that is always printed is unknown. An opening amount is unknown in its first year.
    expect(nothing(M2, "Budgettair resultaat/II")).toEqual([false, false])
    for (const code of ["VI.A", "VI.B", "VI.B.1", "VI.B.2", "VI.B.3"])
      expect(nothing(M2, `Budgettair resultaat/${code}`)).toEqual([false, true])
    const [T3] = lay(table("T3", [["A", 2026, "1"]]))
    expect(T3 && nothing(T3, "A.1.opening")).toEqual([false, true])
  })

  test("is false when another year of the row was printed", () => {
    const [M2] = lay(table("M2", [["Budgettair resultaat/VI.A", 2026, "1"]]))
    expect(M2 && nothing(M2, "Budgettair resultaat/VI.A")).toEqual([false, false])
    const [two] = lay(
      table("M2", [
        ["Budgettair resultaat/VI.A", 2026, "1"],
        ["Budgettair resultaat/I", 2027, "1"],
      ]),
    )
    expect(two && nothing(two, "Budgettair resultaat/VI.A")).toEqual([false, false])
  })

  test("is true in a group without printed figures, and false in one with figures", () => {
    const [M1] = lay(
      table("M1", [
        ["Zorg/U", 2026, "1"],
        ["Zorg/U", 2027, "1"],
      ]),
    )
    if (M1 === undefined) throw new Error("laid")
    expect(nothing(M1, "Zorg/O")).toEqual([false, false])
    expect(nothing(M1, "Zonder beleidsdoelstelling/O")).toEqual([true, true])
    expect(Published.holdsNothing(M1)(99, 0)).toBe(false)
  })
})

describe("Published.lay: parts and files", () => {
  const row: Printed = ["Budgettair resultaat/I", 2026, "1"]
  const of = (more: Partial<Published.PublishedTable>, amount = "1") =>
    table("M2", [[row[0], row[1], amount]], more)

  test("keeps the tables of entities and series apart", () => {
    const tables = lay(
      of({ entity: "OCMW" }),
      of({ entity: "Gemeente" }),
      of({ entity: "Gemeente", series: "JR" }),
      of({ series: "JR" }),
      of({}),
    )
    expect(tables.map(({ entity, series }) => [entity, series])).toEqual([
      ["OCMW", undefined],
      ["Gemeente", undefined],
      ["Gemeente", "JR"],
      [undefined, "JR"],
      [undefined, undefined],
    ])
    expect(tables.map((one) => ["entity" in one, "series" in one])).toEqual([
      [true, false],
      [true, false],
      [true, true],
      [false, true],
      [false, false],
    ])
    expect(tables.flatMap((one) => one.figures.flat().filter((figure) => figure !== undefined)).length).toBe(
      5,
    )
  })

  test("reports a cell that is printed twice once per row, with the files where they differ", () => {
    const twice = (first: string | undefined, second: string | undefined) => {
      const files = [first, second].map((file) => (file === undefined ? {} : { file }))
      const found = Published.lay([
        table("M2", [row, ["Budgettair resultaat/I", 2027, "2"]], files[0]),
        table(
          "M2",
          [row, ["Budgettair resultaat/I", 2027, "3"]].map((one) => one as Printed),
          files[1],
        ),
      ])
      return Result.match(found, {
        onFailure: (all) =>
          all.map(({ figure, refusal }) => [
            figure.line,
            refusal._tag === "DuplicateCode" && [refusal.code, refusal.printed],
          ]),
        onSuccess: () => [],
      })
    }
    const printed = (amount: string, line: number, file?: string) => ({
      ...(file === undefined ? {} : { file }),
      line,
      amount,
    })
    const faults = (first?: string, second?: string) => [
      [2, ["Budgettair resultaat/I 2026", [printed("1.00", 2, first), printed("1.00", 2, second)]]],
      [3, ["Budgettair resultaat/I 2027", [printed("2.00", 3, first), printed("3.00", 3, second)]]],
    ]
    expect(twice("a.csv", "b.csv")).toEqual(faults("a.csv", "b.csv"))
    expect(twice("a.csv", "a.csv")).toEqual(faults())
    expect(twice(undefined, "b.csv")).toEqual(faults(undefined, "b.csv"))
    expect(twice(undefined, undefined)).toEqual(faults())
  })

  test("reports a row that is printed twice at its first year only", () => {
    const line = { section: "Budgettair resultaat", code: "I", line: 4, column: "x" }
    const cells = [2026, 2027].map((year) => ({ ...line, year, amount: Money.from("1") }))
    const found = Published.lay([
      { form: "M2", cells: [...cells, ...cells.map((one) => ({ ...one, line: 5 }))] },
    ])
    expect(Result.isFailure(found) && found.failure.map(({ figure }) => [figure.year, figure.line])).toEqual([
      [2026, 5],
    ])
  })

  test("takes the rows of the edition of 2020 when a part follows it", () => {
    const rows = (...editions: ReadonlyArray<"bbc-2020" | undefined>) =>
      lay(
        ...editions.map((edition, at) =>
          table("M1", [], edition === undefined ? { file: `${at}` } : { file: `${at}`, edition }),
        ),
      ).map(({ layout }) => layout.form)
    const [now] = rows(undefined)
    const [before] = rows("bbc-2020")
    expect(before).not.toEqual(now)
    expect(rows(undefined, "bbc-2020")).toEqual([before])
    expect(lay(table("M3", [], { edition: "bbc-2020" }))[0]?.layout.form.id).toBe("M3")
  })
})

test("Published.format: names the form, part, row and year of a figure", () => {
  const cell = { section: "Exploitatie", code: "U", year: 2026, amount: Money.zero, line: 2, column: "x" }
  const figure = { ...cell, form: "M3", file: undefined } as const
  expect(Published.format(figure)).toBe("M3 Exploitatie/U 2026")
  expect(Published.format({ ...figure, entity: "OCMW", series: "JR" })).toBe("M3 OCMW Exploitatie/U JR 2026")
})
