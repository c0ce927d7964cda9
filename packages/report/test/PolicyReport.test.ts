/** The policy report of the W13 plan: every objective, text, indicator and form, in the order of the plan. */
import { readFileSync } from "node:fs"
import type { Document } from "@grootboek/cells"
import {
  Adjustment,
  Adoption,
  Estimate,
  type Indicator,
  Ledger,
  Replay,
  type Structure,
} from "@grootboek/core"
import { seal, sha256 } from "@grootboek/testing/Ledgers"
import { plan, table } from "@grootboek/testing/W13"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as ChapterTable from "../src/answer/policy/ChapterTable.ts"
import { PolicyReport } from "../src/index.ts"

const kinds: Readonly<Record<string, Indicator.IndicatorKind>> = {
  aantal: "count",
  percentage: "percent",
  euro: "euro",
  realisatie: "deed",
  tekst: "text",
}

const indicators = table("indicators/indicators.csv", ";")
const goals = table("texts/goals.csv", ";")
const chapters = table("texts/chapters.csv", ";")

const declarations: Structure.Declarations = {
  indicators: indicators.map((row) => ({
    code: row.indicator ?? "",
    goal: row.doelstelling ?? "",
    name: row.naam ?? "",
    text: row.toelichting ?? "",
    kind: kinds[row.soort ?? ""] ?? "count",
    total: "last",
  })),
  goalTexts: goals.map((row) => ({
    goal: row.doelstelling ?? "",
    description: row.omschrijving ?? "",
    ...(row.commentaar === "" ? {} : { commentary: row.commentaar ?? "" }),
    ...(row.indicatoren === "" ? {} : { indicators: row.indicatoren ?? "" }),
    ...(row["termijn tot"] === ""
      ? {}
      : {
          term: {
            from: Number(row["termijn vanaf"]),
            until: row["termijn tot"] ?? "",
            text: row.uitvoeringstermijn ?? "",
          },
        }),
  })),
  chapterTexts: chapters.map((row) => ({
    chapter: row.hoofdstuk ?? "",
    number: Number(row.nummer),
    text: row.tekst ?? "",
  })),
}

const adjust = Adjustment.adopt({
  plan: "2026/1",
  creditYears: [2026],
  resolution: { body: "Raad van bestuur", date: "2026-06-26" },
  motivation: "De streefwaarde is geëvalueerd.",
  changes: [],
  structure: { headings: [{ name: "nisCode", value: "34022" }] },
})

const sealed = seal({
  requests: [
    ...plan(),
    { id: "texts", decide: Adoption.declare(declarations) },
    { id: "adjust", decide: adjust },
  ],
  time: "2026-01-05T09:00:00.000Z",
})
const ledger = Result.getOrThrow(Replay.all(sealed, sha256))

const reportAt = (at: number): Document.Document =>
  Result.getOrThrow(PolicyReport.of(ledger, { at, language: "nl" }))

const headingsOf = ({ blocks }: Document.Document): ReadonlyArray<string> =>
  blocks.flatMap((block) =>
    block._tag === "Heading" && block.level <= 2 ? [block.text.replace(/^(Schema [MT]\d): .*/, "$1")] : [],
  )

describe("PolicyReport.of", () => {
  const last = Ledger.position(ledger)
  const report = reportAt(last - 1)

  test("has the parts of the plan in its order", () => {
    expect(headingsOf(report)).toEqual([
      "Inleiding",
      "Strategische nota",
      "Legende ‘financiering’",
      "Strategische doelstelling SD1: W13 voert een gezamenlijk regionaal sociaal en welzijnsbeleid",
      "Beleidsdoelstelling OD1: Dienstverlening",
      "Beleidsdoelstelling OD2: Lerend netwerk",
      "Beleidsdoelstelling OD3: Regionaal beleid",
      "Beleidsdoelstelling OD4: Netwerkanker",
      "Beleidsdoelstelling OD5: Organisatie",
      "Financiële nota",
      "Schema M1",
      "Schema M2",
      "Schema M3",
      "Toelichting",
      "Schema T1",
      "Schema T2",
      "Schema T3",
      "Eigen synthese",
      "Overzicht van de investeringen",
      "Beschrijving van de financiële risico's",
      "Overzicht van de personeelsinzet",
      "Overzicht verbonden entiteiten",
      "Beschrijving van de grondslagen en de assumpties",
      "Samenstelling beleidsdomeinen",
      "Relevante documenten",
      "Verslag financiële commissie",
      "Verantwoording raming gecumuleerd budgettair resultaat 31/12/2025",
    ])
  })

  test("has every node with its texts, and every title of the annex", () => {
    const nodes = report.blocks.filter(
      (block) => block._tag === "Heading" && /^(?:Strategische doel|Beleidsd|Actie)/.test(block.text),
    )
    expect(nodes).toHaveLength(83)
    const texts = report.blocks.flatMap((block) =>
      block._tag === "Labelled"
        ? block.texts.map(({ text }) => text)
        : block._tag === "Paragraph"
          ? [block.text]
          : [],
    )
    for (const row of goals)
      for (const column of ["omschrijving", "commentaar", "uitvoeringstermijn", "indicatoren"] as const)
        if (row[column] !== "") expect(texts).toContain(row[column])
    const tables = report.blocks.flatMap((block) =>
      block._tag === "Table"
        ? [[block.head, ...block.rows.map(({ cells }) => cells)].map((row) => row.map(({ text }) => text))]
        : [],
    )
    for (const { tekst = "" } of chapters)
      if (tekst.startsWith("|"))
        expect(tables).toContainEqual(tekst.split("\n").map((line) => line.slice(2, -2).split(" | ")))
      else expect(texts).toContain(tekst)
    const titles = report.blocks.flatMap((block) =>
      block._tag === "Table" && block.title === "Indicatoren"
        ? block.rows.map(({ cells }) => cells[0]?.text ?? "").filter((text) => text !== "")
        : [],
    )
    expect(titles).toHaveLength(144)
    expect(new Set(titles)).toEqual(new Set(indicators.map(({ naam }) => naam)))
  })

  test("prints the actions with amounts in the synthesis, and names the others below it", () => {
    const at = report.blocks.findIndex((block) => block._tag === "Table" && block.title === "Eigen synthese")
    const [table, others] = [report.blocks[at], report.blocks[at + 1]]
    if (table?._tag !== "Table" || others?._tag !== "Paragraph") throw new Error("no synthesis")
    const names = table.rows.filter(({ isHeading }) => isHeading).map(({ cells }) => cells[0]?.text ?? "")
    const listed = others.text.split(": ")[1]?.slice(0, -1).split("; ") ?? []
    expect(names.slice(0, 2)).toEqual(["A10101 RCK", "A10102 Kracht.Wonen"])
    expect(listed).toContain("A10104 Team dak- en thuisloosheid")
    expect(new Set([...names, ...listed]).size).toBe(63)
  })

  test("prints a text of a chapter as a table when each line is between bars, and only then", () => {
    const rows = "| Jaar | Bedrag |\n|---|---:|\n| 2026 | € 1.200,50 |\n| 2027 | / |"
    const table = ChapterTable.of(`Bijdragen\n${rows}`)
    expect(table?.title).toBe("Bijdragen")
    expect(table?.head).toEqual([
      { text: "Jaar", isFigure: false },
      { text: "Bedrag", isFigure: true },
    ])
    expect(table?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["2026", "€ 1.200,50"],
      ["2027", "/"],
    ])
    for (const text of ["A | B\nC | D", "| A | B |", "| A | B |\n| C |", "| A |\nen meer", "gewoon", ""])
      expect(ChapterTable.of(text)).toBeUndefined()
  })

  test("prints every heading of the plan, or the documentation lists it as not printed", () => {
    const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")
    const [, list = ""] =
      /## What the W13 plan prints and the report does not(.*?)\n## /s.exec(read("docs/policy-report.md")) ??
      []
    const plain = (text: string): string =>
      text
        .replaceAll(/[’‘]/g, "'")
        .replace(/ \(2020-2025\)/, "")
        .replace(/\s+/g, " ")
        .trim()
    const lines = read("examples/w13/data/plan-text.txt").split("\n")
    const printed = lines.flatMap((line) => {
      const [, heading] =
        /^\s*(?:3\.\d+ )(.+)$/.exec(line) ??
        /^\s*((?:Actieplan AP|Actie A)\d+ \(prioritair\): .+)$/.exec(line) ??
        /^\s*(Schema [MT]\d)(?=:)/.exec(line) ??
        /^\s*((?:Bijlage|Verantwoording) .+)$/.exec(line) ??
        /^\s*(Volledig overzicht doelstellingen, actieplannen en acties)\s*$/.exec(line) ??
        []
      return heading === undefined ? [] : [plain(heading)]
    })
    expect(printed.length).toBeGreaterThan(90)
    const shown = plain(
      report.blocks.flatMap((block) => (block._tag === "Heading" ? [block.text] : [])).join("\n"),
    )
    const missing = printed.filter((heading) => !shown.includes(heading))
    expect(missing.filter((heading) => !plain(list).includes(heading))).toEqual([])
    // What is listed as not printed is not printed.
    for (const heading of ["Organogram", "Bijlage – Indicatoren"]) expect(missing).toContain(heading)
  })

  test("gives every figure of a form its cell", () => {
    const addresses = report.blocks.flatMap((block) =>
      block._tag === "Table"
        ? block.rows.flatMap(({ cells }) =>
            cells.flatMap(({ address }) => (address === undefined ? [] : [address.form])),
          )
        : [],
    )
    const counts = (form: string): number => addresses.filter((one) => one === form).length
    expect(["M1", "M3", "T1", "T3"].map(counts).every((count) => count > 0)).toBe(true)
    const rows = report.blocks.flatMap((block) =>
      block._tag === "Table" ? block.rows.flatMap(({ cells }) => cells) : [],
    )
    expect(rows.filter(({ address }) => address !== undefined && address.row === "")).toEqual([])
    const cells = rows.flatMap(({ address }) => (address?.form === "M3" ? [address.row] : []))
    expect(cells.slice(0, 2)).toEqual(["Exploitatie/U", "Exploitatie/O"])
    expect(addresses.length).toBeGreaterThan(2_694)
  })

  test("names what is not declared", () => {
    expect(report.about).toContain("NIS-code: niet opgegeven")
    expect(report.about).toContain("Besluit: niet opgegeven")
  })

  test("an adjustment begins with the motivation of its changes", () => {
    const adjusted = reportAt(last)
    expect(headingsOf(adjusted).slice(0, 3)).toEqual([
      "Inleiding",
      "Motivering van de wijzigingen 2026/1",
      "Strategische nota",
    ])
    expect(adjusted.about).toContain("NIS-code: 34022")
    expect(adjusted.about).toContain("Besluit: Raad van bestuur, 2026-06-26")
    expect(adjusted.blocks).toContainEqual({ _tag: "Paragraph", text: "De streefwaarde is geëvalueerd." })
  })

  test("an adjustment names a reason once, however many entries have it", () => {
    const line = { direction: "U", account: "6140000", policyItem: "9090", action: "A10101" } as const
    const posted = ["1.00", "2.00"].map((amount, turn) => ({
      id: `later:${turn}`,
      decide: Estimate.post({ line, amounts: { "2026": amount } }),
    }))
    const later = seal({
      requests: [...plan(), { id: "adjust", decide: adjust }, ...posted],
      time: "2026-01-05T09:00:00.000Z",
    })
    const made = Result.getOrThrow(
      PolicyReport.of(Result.getOrThrow(Replay.all(later, sha256)), { at: later.length, language: "nl" }),
    )
    const reasons = made.blocks.flatMap((block) =>
      block._tag === "Table" && block.title === "Wijzigingen van M2 en M3"
        ? block.rows.map(({ cells }) => cells.at(-1)?.text)
        : [],
    )
    expect(reasons.length).toBeGreaterThan(0)
    expect(new Set(reasons)).toEqual(new Set(["boeking"]))
  })
})
