/** Files of indicators and texts: which table a header is, and what their rows say. */
import { describe, expect, test } from "vitest"
import type { Layout } from "../src/index.ts"
import { read } from "./fixture.ts"

const adjustment = { creditYears: [2026] }

/** The rows of a file, as an adjustment would declare them. */
const declared = (kind: Layout.ImportKind, text: string) => {
  const { faults, requests } = read(kind, text, { adjustment, plan: "2026/1" })
  expect(faults).toEqual([])
  const [event] = requests.map((request) => request.event)
  return event?._tag === "PlanAdjusted" ? event.structure : undefined
}

const faults = (kind: Layout.ImportKind, text: string): ReadonlyArray<string> =>
  read(kind, text).faults.map(({ _tag, line, column }) => `${line} ${_tag} ${column ?? ""}`.trim())

const indicators = "indicator;doelstelling;naam;soort;eenheid;per;om de;telling;toelichting\n"
const targets = "indicator;vanaf jaar;streefwaarde;waarde;marge;tegen;toelichting\n"
const measurements = "indicator;gemeten op;waarde;deel;toelichting\n"
const goalTexts =
  "doelstelling;omschrijving;commentaar;termijn vanaf;termijn tot;uitvoeringstermijn;prioritair;status;vte in natura;indicatoren\n"

describe("Reader.read of indicators", () => {
  test("reads an indicator; a count without telling adds up, another kind takes the latest", () => {
    const rows = "A1/1;A1;Dossiers;aantal;dossiers;VTE;jaar;;Zie nota\nA1/2;A1;Afval;percentage;;;;;\n"
    expect(declared("indicators", indicators + rows)).toEqual({
      indicators: [
        {
          code: "A1/1",
          goal: "A1",
          name: "Dossiers",
          kind: "count",
          unit: "dossiers",
          per: "VTE",
          every: "year",
          text: "Zie nota",
          total: "sum",
        },
        { code: "A1/2", goal: "A1", name: "Afval", kind: "percent", total: "last" },
      ],
    })
  })

  test("reads targets with their margin and day", () => {
    const rows =
      "A1/1;2026;minstens;30;;;\nA1/1;2027;ongeveer;435.000,5;7,5;;\nA1/2;2026;minstens;100 %;;31/12/2028;\n"
    expect(declared("indicators", targets + rows)).toEqual({
      targets: [
        { indicator: "A1/1", year: 2026, aim: "atLeast", value: "30" },
        { indicator: "A1/1", year: 2027, aim: "about", value: "435000.5", margin: "7.5" },
        { indicator: "A1/2", year: 2026, aim: "atLeast", value: "100", by: "2028-12-31" },
      ],
    })
  })

  test("reads measurements of the whole, of a part and in words", () => {
    const rows = "A1/1;30/06/2026;3,6;Menen;\nA1/2;2026-06-30;ja;;\nA1/3;2026-06-30;;;Het overzicht is er\n"
    expect(declared("indicators", measurements + rows)).toEqual({
      measurements: [
        { indicator: "A1/1", on: "2026-06-30", value: "3.6", part: "Menen" },
        { indicator: "A1/2", on: "2026-06-30", value: "1" },
        { indicator: "A1/3", on: "2026-06-30", text: "Het overzicht is er" },
      ],
    })
  })

  test.each<readonly [string, string, ReadonlyArray<string>]>([
    ["minstens drie as a target", `${targets}A1/1;2026;minstens drie;;;;\n`, ["2 UnknownWord streefwaarde"]],
    ["drie as a value", `${targets}A1/1;2026;minstens;drie;;;\n`, ["2 NotANumber waarde"]],
    [
      "two targets for one year",
      `${targets}A1/1;2026;minstens;3;;;\nA1/1;2026;minstens;4;;;\n`,
      ["3 CodeTwice indicator"],
    ],
    [
      "a day twice for one part",
      `${measurements}A1/1;2026-01-01;3;;\nA1/1;2026-01-01;4;Menen;\nA1/1;2026-01-01;5;;\n`,
      ["4 CodeTwice indicator"],
    ],
    ["neither value nor words", `${measurements}A1/1;2026-01-01;;;\n`, ["2 EmptyCell waarde"]],
    ["a day that is none", `${measurements}A1/1;30 juni;3;;\n`, ["2 NotADay gemeten op"]],
    ["another table", "deelgenoot;naam deelgenoot\nx;y\n", ["1 UnknownTable"]],
  ])("refuses %s", (_, text, expected) => {
    expect(faults("indicators", text)).toEqual(expected)
  })
})

describe("Reader.read of texts", () => {
  test("reads the texts and the term of an action", () => {
    const rows =
      "A1;Omschrijving;Commentaar;2026;30/09/2026;tot eind september;prioritair;Onbepaald;2,5;/\nA2;Naam;;;;;;;;\n"
    expect(declared("texts", goalTexts + rows)).toEqual({
      goalTexts: [
        {
          goal: "A1",
          description: "Omschrijving",
          commentary: "Commentaar",
          term: { from: 2026, until: "2026-09-30", text: "tot eind september" },
          priority: true,
          status: "Onbepaald",
          staffInKind: "2.5",
          indicators: "/",
        },
        { goal: "A2", description: "Naam" },
      ],
    })
  })

  test("reads chapters and the heading", () => {
    expect(declared("texts", "hoofdstuk;nummer;titel;tekst\nRisico's;2;;Lonen\n")).toEqual({
      chapterTexts: [{ chapter: "Risico's", number: 2, text: "Lonen" }],
    })
    expect(declared("texts", "gegeven;waarde\nNIS-code;34022\n")).toEqual({
      headings: [{ name: "nisCode", value: "34022" }],
    })
  })

  test.each<readonly [string, string, ReadonlyArray<string>]>([
    ["a wording without years", `${goalTexts}A1;;;;;2026-2031;;;;\n`, ["2 EmptyCell termijn vanaf"]],
    ["nothing but a code", `${goalTexts}A1;;;;;;;;;\n`, ["2 EmptyCell omschrijving"]],
    [
      "a number that is not whole",
      "hoofdstuk;nummer;titel;tekst\nx;1,5;;y\n",
      ["2 NotAParagraphNumber nummer"],
    ],
    ["an unknown fact", "gegeven;waarde\nvoorzitter;x\n", ["2 UnknownWord gegeven"]],
  ])("refuses %s", (_, text, expected) => {
    expect(faults("texts", text)).toEqual(expected)
  })
})
