/** Published tables as they are printed: pasted text with labels, read into the cells of a form. */
import { readFileSync } from "node:fs"
import { Address, type FormId, Money } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { Fault, type File, Published } from "../src/index.ts"
import { fixture } from "./fixture.ts"

const bytesOf = (path: string): Uint8Array => readFileSync(new URL(path, import.meta.url))

const file = (path: string): File => ({
  name: path.split("/").at(-1) ?? "",
  bytes: bytesOf(path),
  sha256: "",
})

const named = ({ cells }: Published.PrintedCells): ReadonlyArray<string> =>
  cells.map((cell) =>
    [cell.entity, cell.series, Address.format(cell), cell.year, Money.print(cell.amount, "be", 0)]
      .filter((part) => part !== undefined)
      .join(" "),
  )

const faultsOf = ({ faults }: Published.PrintedCells) => faults.map((fault) => Fault.message(fault))

describe("Published.read of the plan as text", () => {
  const plan = file("../../../examples/w13/data/plan-text.txt")

  test.each(["M1", "M2", "M3", "T1", "T2", "T3"] as const)("%s: gives every figure of the table", (form) => {
    const printed = Published.read(plan, {}, form)
    expect(faultsOf(printed)).toEqual([])
    const table = Published.read(file(`../../../examples/w13/data/published/${form}.csv`))
    const key = (name: string) => name.toLowerCase()
    expect(named(printed).map(key).toSorted()).toEqual(named(table).map(key).toSorted())
  })
})

const read = (content: string, form: FormId, declared: Parameters<typeof Published.read>[1] = {}) =>
  Published.read(fixture("paste.txt", content), declared, form)

/** Returns the figures of a table, or its faults. */
const got = (content: string, form: FormId, declared: Parameters<typeof Published.read>[1] = {}) => {
  const printed = read(content, form, declared)
  return printed.faults.length > 0 ? faultsOf(printed) : named(printed)
}

const M2 = readFileSync(new URL("published/m2-pasted.txt", import.meta.url), "utf8")

const expected = named(Published.read(file("published/m2-each-cell-rounded.csv"), {}, "M2"))

const rewritten = (change: (line: string, index: number) => string): string =>
  M2.split("\n").map(change).join("\n")

describe("Published.read of M2 as others print it", () => {
  test("in thousands of euro: a note says so", () => {
    const text = M2.replace("financieel evenwicht", "financieel evenwicht (in duizend euro)")
    expect(text).not.toBe(M2)
    expect(read(text, "M2").notes).toEqual([
      {
        _tag: "UnitNotApplied",
        line: 1,
        value: "M2: Staat van het financieel evenwicht (in duizend euro)",
        unit: 1000,
      },
    ])
    expect(read(M2, "M2").notes).toEqual([])
  })

  test.each<readonly [string, string]>([
    ["tabs", M2],
    ["semicolons", M2.replaceAll("\t", ";")],
    [
      "enumerators in a column of their own, and notes beside the labels",
      rewritten((line, at) => {
        const [label = "", ...figures] = line.split("\t")
        const [, enumerator = "", words = label] = /^([IVX]+|[a-z])[.]? (.*)$/.exec(label) ?? []
        const lead = at === 2 ? ["Code", "Omschrijving", "Nota"] : [enumerator, words, ""]
        return line === "" ? "" : [...lead, ...figures].join(";")
      }),
    ],
    ["a byte order mark and CRLF", `\ufeff${M2.replaceAll("\t", ";").replaceAll("\n", "\r\n")}`],
    [
      "a Markdown table",
      rewritten((line, at) =>
        line.includes("\t")
          ? `| ${line.replaceAll("\t", " | ")} |${at === 2 ? "\n|---|---:|---:|---:|" : ""}`
          : line,
      ),
    ],
    ["blanks alone", M2.replaceAll("\t", " ")],
    ["columns of blanks", M2.replaceAll("\t", "      ")],
    [
      "blanks as thousands between tabs",
      rewritten((line, at) => (at === 2 ? line : line.replace(/(?<=\d)\.(?=\d{3})/g, " "))),
    ],
    [
      "narrow blanks as thousands",
      rewritten((line, at) => (at === 2 ? line : line.replace(/(?<=\d)\.(?=\d{3})/g, "\u202f"))),
    ],
    ["minus signs of typography", M2.replaceAll("-", "\u2212").replace("(a\u2212b)", "(a-b)")],
    ["negative figures in brackets", M2.replace(/\t-([\d.]+)/g, "\t($1)")],
    ["negative figures with the sign behind", M2.replace(/\t-([\d.]+)/g, "\t$1-")],
    [
      "euro signs",
      M2.replace(/\t(-?[\d.]+)(?=\t|\n)/g, (all, figure: string) =>
        /^20\d\d$/.test(figure) ? all : `\t€ ${figure}`,
      ),
    ],
    [
      "decimals",
      M2.replace(/\t(-?[\d.]+)(?=\t|\n)/g, (all, figure: string) =>
        /^20\d\d$/.test(figure) ? all : `\t${figure},00`,
      ),
    ],
    [
      "a code in a cell of its own",
      rewritten((line) =>
        line
          .replace(/^([IVXab]+)\. /, "$1.\t")
          .replace(/^Budgettair resultaat\t/, "\tBudgettair resultaat\t"),
      ),
    ],
    ["labels that are cut off", rewritten((line) => line.replace(/^([IVX]+\. .{14})[^\t]*/, "$1"))],
    [
      "footnotes",
      rewritten((line) => line.replace(/^(VI{0,3}\. [^\t]*)/, "$1 (1)").replace(/^(a\. Ontvangsten)/, "$1*")),
    ],
    [
      "capitals",
      rewritten((line) =>
        line.replace(/^[IVXab]+\. [^\t]*/, (label) => label.replace(/ .*/, (words) => words.toUpperCase())),
      ),
    ],
    ["a header with words", M2.replace("2026\t2027\t2028", "Raming 2026\tRaming 2027\tRaming 2028")],
    [
      "a header with the word year",
      M2.replace(
        "Budgettair resultaat\t2026\t2027\t2028",
        "in euro\tBoekjaar 2026\tBoekjaar 2027\tBoekjaar 2028",
      ),
    ],
    ["no heading of the section", M2.replace("Budgettair resultaat\t2026", "\t2026")],
    [
      "a page that ends in the middle",
      M2.replace(
        "IV. Financieringssaldo",
        "Gemeente Voorbeeld\tPagina 3 van 12\nM2: Staat van het financieel evenwicht (vervolg)\n\tBudgettair resultaat\t\n\t2026\t2027\t2028\nIV. Financieringssaldo",
      ),
    ],
    [
      "totals that are repeated",
      `${M2.trimEnd()}\nIX. Beschikbaar budgettair resultaat (VII-VIII)\t448.303\t391.856\t359.128\n`,
    ],
    [
      "labels that wrap, with figures on the next line",
      M2.replace(
        /VI\. Gecumuleerd budgettair resultaat vorig boekjaar\t/,
        "VI. Gecumuleerd budgettair resultaat vorig\nboekjaar\n\t",
      ),
    ],
    ["a title in other words", M2.replace(/^M2: .*/, "Staat van het financieel evenwicht")],
    ["no title", M2.replace(/^M2: .*\n/, "")],
    [
      "another table above it",
      `M3: Kredieten\n\tUitgaven 2026\tOntvangsten 2026\nExploitatie\t1\t2\n\n${M2}`,
    ],
    [
      "another table below it",
      `${M2}\nT3: Evolutie van de financiële schulden\n\t2026\t2027\t2028\nA. Financiële schulden op 1 januari\t5\t5\t5\n`,
    ],
  ])("reads it with %s", (_, content) => {
    expect(got(content, "M2")).toEqual(expected)
  })

  test("decides blanks that separate and group digits by the sums", () => {
    const blanks = rewritten((line, at) =>
      at === 2 ? line : line.replace(/(?<=\d)\.(?=\d{3})/g, " "),
    ).replaceAll("\t", " ")
    const printed = read(blanks, "M2")
    expect(faultsOf(printed)).toEqual([])
    expect(named(printed)).toEqual(expected)
    expect(printed.notes.map(({ _tag }) => _tag)).toContain("BlanksDecided")
  })

  test("refuses blanks that no sum decides, with both readings", () => {
    expect(got("M2\n 2026 2027\na. Ontvangsten 412 300 100 \nb. Uitgaven 1 5", "M2")).toEqual([
      expect.stringContaining("can be read as 412 | 300 100"),
    ])
  })

  test("refuses figures that can be read in two ways, unless their format is declared", () => {
    const small = file("published/m2-small-authority.csv")
    expect(Published.read(small, {}, "M2").faults.map(({ _tag }) => _tag)).toEqual([
      "AmbiguousNumber",
      "AmbiguousNumber",
      "AmbiguousNumber",
    ])
    expect(named(Published.read(small, { numbers: "be" }, "M2"))).toEqual([
      "Budgettair resultaat/I 2026 -31.867",
      "Budgettair resultaat/I.a 2026 412.300",
      "Budgettair resultaat/I.b 2026 444.167",
    ])
  })

  test("sets rows aside that the form does not have, and says so", () => {
    const printed = read(
      `${M2}Geconsolideerd financieel evenwicht\t2026\t2027\t2028\nI. Beschikbaar budgettair resultaat\t1\t2\t3\n`,
      "M2",
    )
    expect(named(printed)).toEqual(expected)
    expect(printed.notes).toEqual([
      { _tag: "RowSetAside", line: 20, what: "I. Beschikbaar budgettair resultaat" },
    ])
  })

  test("keeps both columns of one year apart, and leaves percentages out", () => {
    const text =
      "\tJR 2022\tMJP 2022\t%\nI. Exploitatiesaldo\t10\t20\t50,0\na. Ontvangsten\t30\t50\t60,0\nb. Uitgaven\t20\t30\t66,7\n"
    const printed = read(text, "M2")
    expect(named(printed).filter((cell) => cell.includes("/I "))).toEqual([
      "JR Budgettair resultaat/I 2022 10",
      "MJP Budgettair resultaat/I 2022 20",
    ])
    expect(printed.notes).toEqual([{ _tag: "UnreadColumn", header: "%" }])
    expect(got(text.replaceAll("\t", " "), "M2")).toEqual(named(printed))
  })

  test("refuses two columns of one year and kind", () => {
    const text = "\t2022\t2022\nI. Exploitatiesaldo\t10\t20\n"
    expect(read(text, "M2").faults).toMatchObject([{ _tag: "DuplicatedHeader", first: 2, second: 3 }])
    // No mapping describes a publication.
    expect(got(text, "M2")).toEqual([expect.stringContaining("remove one of them, or name in their headers")])
  })

  test("refuses a file that only has other forms, and a text without a table", () => {
    expect(read("M3: Kredieten\n\tUitgaven 2026\nExploitatie\t5\n", "M2").faults).toMatchObject([
      { _tag: "OtherForms", found: ["M3"] },
    ])
    expect(read("Beste, in bijlage de cijfers van 2026.\n", "M2").faults).toMatchObject([
      { _tag: "NoPrintedRows", form: "M2" },
    ])
  })
})

describe("Published.read of other forms", () => {
  test("M1 of BBC 2020: reads kinds and balances of every objective, and totals", () => {
    const printed = Published.read(file("published/m1-2020-with-saldo.csv"), {}, "M1")
    expect(faultsOf(printed)).toEqual([])
    expect(printed.edition).toBe("bbc-2020")
    expect(named(printed).filter((cell) => cell.includes(" 2020 "))).toEqual([
      "Beleidsdoelstelling 1/Exploitatie/U 2020 1.204.333",
      "Beleidsdoelstelling 1/Exploitatie/O 2020 310.200",
      "Beleidsdoelstelling 1/Exploitatie/saldo 2020 -894.133",
      "Beleidsdoelstelling 1/Investeringen/U 2020 500.000",
      "Beleidsdoelstelling 1/Investeringen/O 2020 100.000",
      "Beleidsdoelstelling 1/Investeringen/saldo 2020 -400.000",
    ])
  })

  test("T1 of BBC 2020: takes headings of domains, kinds and the total from a paste with blanks", () => {
    const text = [
      "Schema T1: Ontvangsten en uitgaven naar functionele aard",
      " 2020 2021",
      "Algemene financiering",
      "Exploitatie",
      "Uitgaven 1.250 1.300",
      "Ontvangsten 3.000 3.100",
      "Saldo 1.750 1.800",
      "Zorg en samenleven",
      "Exploitatie",
      "Uitgaven 500 600",
      "Ontvangsten 100 100",
      "Saldo -400 -500",
      "Algemeen totaal",
      "Exploitatie",
      "Uitgaven 1.750 1.900",
    ].join("\n")
    expect(got(text, "T1", { numbers: "be" }).filter((cell) => cell.includes(" 2020 "))).toEqual([
      "Algemene financiering/Exploitatie/U 2020 1.250",
      "Algemene financiering/Exploitatie/O 2020 3.000",
      "Algemene financiering/Exploitatie/saldo 2020 1.750",
      "Zorg en samenleven/Exploitatie/U 2020 500",
      "Zorg en samenleven/Exploitatie/O 2020 100",
      "Zorg en samenleven/Exploitatie/saldo 2020 -400",
      "Algemeen totaal/Exploitatie/U 2020 1.750",
    ])
  })

  test("M3: keeps the town and its OCMW apart, in blocks and in columns", () => {
    const blocks = [
      "M3: Overzicht van de kredieten",
      "\t2026\t",
      "\tUitgaven\tOntvangsten",
      "Kredieten gemeente",
      "Exploitatie\t100\t120",
      "Investeringen\t30\t5",
      "Kredieten OCMW",
      "Exploitatie\t40\t45",
      "Investeringen\t3\t0",
    ].join("\n")
    const cells = [
      "gemeente Exploitatie/U 2026 100",
      "gemeente Exploitatie/O 2026 120",
      "gemeente Investeringen/U 2026 30",
      "gemeente Investeringen/O 2026 5",
      "OCMW Exploitatie/U 2026 40",
      "OCMW Exploitatie/O 2026 45",
      "OCMW Investeringen/U 2026 3",
      "OCMW Investeringen/O 2026 0",
    ]
    expect(got(blocks, "M3")).toEqual(cells)
    expect(got(blocks.replaceAll("\t", " "), "M3")).toEqual(cells)
    const one = blocks.split("\n").slice(0, 6).join("\n")
    expect(got(one, "M3")).toEqual(cells.slice(0, 4).map((cell) => cell.replace("gemeente ", "")))
    const rows = [
      "M3: Kredieten",
      "\t2026",
      "Gemeente",
      "Exploitatie",
      "Uitgaven\t100",
      "Ontvangsten\t120",
      "OCMW",
      "Exploitatie",
      "Uitgaven\t40",
      "Ontvangsten\t45",
    ]
    expect(got(rows.join("\n"), "M3")).toEqual([
      "Gemeente Exploitatie/U 2026 100",
      "Gemeente Exploitatie/O 2026 120",
      "OCMW Exploitatie/U 2026 40",
      "OCMW Exploitatie/O 2026 45",
    ])
  })

  test("M3: takes the legal entity from above the years too", () => {
    const block = (entity: string, figures: string) =>
      `Kredieten ${entity}\n\t2026\t\n\tUitgaven\tOntvangsten\nExploitatie\t${figures}\n`
    const text = `M3: Kredieten\n${block("gemeente", "100\t120")}${block("OCMW", "40\t45")}`
    expect(got(text, "M3")).toEqual([
      "gemeente Exploitatie/U 2026 100",
      "gemeente Exploitatie/O 2026 120",
      "OCMW Exploitatie/U 2026 40",
      "OCMW Exploitatie/O 2026 45",
    ])
  })

  test("a dash and nihil: print zero, and n.v.t. prints nothing", () => {
    const text =
      "T3\n\t2026\t2027\nA. Financiële schulden op 1 januari\t—\t-\nC. Aflossingen\tnihil\tn.v.t.\n"
    const figures = ["A 2026 0", "A 2027 0", "C 2026 0"]
    expect(got(text, "T3")).toEqual(figures)
    expect(got(text.replaceAll("\t", " "), "T3")).toEqual(figures)
  })

  test("a percentage beside the figures: proves how they are written", () => {
    const text = "M2\n\tJR 2023\tMJP 2023\t%\na. Ontvangsten\t1.150\t1.020\t112,7%\n"
    expect(got(text, "M2")).toEqual([
      "JR Budgettair resultaat/I.a 2023 1.150",
      "MJP Budgettair resultaat/I.a 2023 1.020",
    ])
    expect(got(text.replace("112,7", "113"), "M2")[0]).toContain("can be read as 1150 or as 1.150")
  })

  test("T2: finds a row by its enumerator and the last words of its label", () => {
    expect(got("T2\nEXPLOITATIE\t2026\nI. Uitgaven\t100\nII. Ontvangsten\t70\n", "T2")).toEqual([
      "EXPLOITATIE/I 2026 100",
      "EXPLOITATIE/II 2026 70",
    ])
  })

  test("T2: reads only the rows that are printed, with dash rows of the right parent", () => {
    const text = [
      "T2",
      "EXPLOITATIE;2026",
      "I. Totaal exploitatie-uitgaven;100",
      "A. Operationele uitgaven;100",
      "4. Toegestane werkingssubsidies;100",
      "- aan de politiezone;60",
      "- aan andere begunstigden;40",
      "EXPLOITATIE;2026",
      "II. Totaal exploitatieontvangsten;70",
      "3. Werkingssubsidies;70",
      "b. Specifieke werkingssubsidies;70",
      "- van de Vlaamse overheid;70",
      "INVESTERINGEN;2026",
      "II. Totaal investeringsontvangsten;5",
      "D. Investeringssubsidies en -schenkingen;5",
      "- van de Vlaamse overheid;5",
    ].join("\n")
    expect(got(text, "T2")).toEqual([
      "EXPLOITATIE/I 2026 100",
      "EXPLOITATIE/I.A 2026 100",
      "EXPLOITATIE/I.A.4 2026 100",
      "EXPLOITATIE/I.A.4-6 2026 60",
      "EXPLOITATIE/I.A.4-11 2026 40",
      "EXPLOITATIE/II 2026 70",
      "EXPLOITATIE/II.A.3 2026 70",
      "EXPLOITATIE/II.A.3.b 2026 70",
      "EXPLOITATIE/II.A.3.b-2 2026 70",
      "INVESTERINGEN/II 2026 5",
      "INVESTERINGEN/II.D 2026 5",
      "INVESTERINGEN/II.D-2 2026 5",
    ])
  })

  test("pivot: refuses two columns that carry one year instead of adding them", () => {
    const pivot = "Rijlabels;Som van 2026;Som van 2026 DT\nA10101 RCK;-15.250,00;-15.250,00\n"
    expect(Published.read(fixture("synthese.csv", pivot)).faults).toMatchObject([
      { _tag: "DuplicatedHeader", header: "Som van 2026", other: "Som van 2026 DT", first: 2, second: 3 },
    ])
  })

  test("a column of notes or totals beside the years: is named and not read", () => {
    const text = "M2\n\t2026\tNota\t2027\tTotaal\nI. Exploitatiesaldo (a-b)\t-5\tzie 3\t7\t2\n"
    const { cells, notes } = read(text, "M2")
    expect(cells.map(({ year, amount }) => `${year} ${Number(amount) / 1e6}`)).toEqual(["2026 -5", "2027 7"])
    expect(notes).toEqual(["Nota", "Totaal"].map((header) => ({ _tag: "UnreadColumn", header })))
  })

  test("a spreadsheet: reads labels and years below titles, with cells that are missing", () => {
    const rows = [
      ["Gemeente Voorbeeld"],
      [],
      ["M2: Staat van het financieel evenwicht"],
      ["", "2026", "2027"],
      ["I. Exploitatiesaldo (a-b)", "-5", "7"],
      ["a. Ontvangsten", "10", "10"],
      ["b. Uitgaven", "15", "3"],
      ["VIII. Onbeschikbare gelden"],
    ]
    const sheet = {
      name: "M2.xlsx",
      numbers: "be" as const,
      rows: rows.map((cells, index) => ({ line: index + 1, cells })),
    }
    expect(named(Published.readSheet(sheet, "M2"))).toEqual([
      "Budgettair resultaat/I 2026 -5",
      "Budgettair resultaat/I 2027 7",
      "Budgettair resultaat/I.a 2026 10",
      "Budgettair resultaat/I.a 2027 10",
      "Budgettair resultaat/I.b 2026 15",
      "Budgettair resultaat/I.b 2027 3",
    ])
  })
})
