/** Ids of rows: the same for a row written otherwise, another for a row with other content. */
import { Canonical, Content } from "@grootboek/core"
import { runs } from "@grootboek/testing/Runs"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type File, type Layout, Reader } from "../src/index.ts"
import { counter } from "../src/kind/Occurrence.ts"
import { start, version } from "../src/kind/RowIds.ts"
import { sha256 } from "./fixture.ts"
import * as Written from "./WrittenOtherwise.ts"

const { account, amount, code, day, list, oneOf, quantity, raw, text } = Written

const line = {
  Actie: code,
  Beleidsitem: code,
  "Algemene rekening": account,
  "Economische sectorcode": code,
  Investeringsenveloppe: raw(""),
  "U/O": oneOf("U", "O", "uitgave"),
}

/** A column by its header, for every table that is imported. */
const tables: Readonly<
  Record<string, readonly [Layout.ImportKind, Readonly<Record<string, fc.Arbitrary<Written.Cell>>>]>
> = {
  lines: ["lines", { ...line, Omschrijving: text, 2026: amount, 2027: amount }],
  actuals: ["actuals", { ...line, Omschrijving: text, Datum: day, Stuk: code, Bedrag: amount }],
  adjustment: [
    "adjustment",
    { ...line, Omschrijving: text, Reden: oneOf("indexering", "timing"), Toelichting: text, 2026: amount },
  ],
  opening: ["opening", { Rekening: raw("0931"), Omschrijving: text, Jaar: raw("2026"), Bedrag: amount }],
  overhead: [
    "overhead",
    {
      Doelactie: code,
      Percentage: raw("15"),
      "Grondslag rekeningen": list,
      "Rekening last": account,
      "Rekening opbrengst": account,
      "Beleidsitem opbrengst": code,
      "Uitgezonderde acties": list,
    },
  ],
  passthrough: ["passthrough", { Actie: code, Partner: code, Aandeel: raw("25") }],
  goals: [
    "structure",
    {
      code,
      level: oneOf("AP", "actieplan"),
      parent: code,
      name: text,
      priority: oneOf("ja", "niet prioritair"),
      financing: text,
    },
  ],
  policyItems: [
    "structure",
    {
      beleidsdomein: code,
      beleidsveld: code,
      beleidsveld_naam: text,
      beleidsitem: code,
      beleidsitem_naam: text,
    },
  ],
  sectors: [
    "structure",
    {
      sectorcode: code,
      tegenpartij: text,
      herkomst: raw("1"),
      werkingssubsidie: raw(""),
      investeringssubsidie: raw(""),
      lening: raw(""),
      rente: raw(""),
    },
  ],
  accounts: [
    "structure",
    {
      kind: oneOf("exploitatie"),
      direction: oneOf("U"),
      t2_row: code,
      t2_title: text,
      prefixes: list,
      omschrijving: text,
    },
  ],
  members: ["rules", { deelgenoot: code, "naam deelgenoot": text }],
  conditions: ["rules", { voorwaarde: code, "naam voorwaarde": text, toelichting: text }],
  budgetHolders: ["rules", { budgethouder: code, "naam budgethouder": text, doelstellingen: list }],
  pledges: ["rules", { engagement: code, norm: oneOf("minimumreserve"), bedrag: amount, vindplaats: text }],
  risks: ["rules", { risico: code, "naam risico": text, evolutie: oneOf("stijgend"), toelichting: text }],
  progress: [
    "rules",
    { doelstelling: code, "stand op": day, stand: oneOf("nog niet gestart"), toelichting: text },
  ],
  facts: ["rules", { tabel: code, rij: code, 2026: raw("12,5") }],
  commitments: [
    "commitments",
    { ...line, Omschrijving: text, Vastlegging: code, Datum: day, Bedrag: amount, Derde: code },
  ],
  repayments: ["repayments", { Jaar: raw("2026"), Bedrag: amount, Percentage: raw(""), Omschrijving: text }],
  indexation: [
    "rules",
    { Basisjaar: raw("2026"), Percentage: raw("2"), Rekeningen: list, Toelichting: text },
  ],
  contributions: [
    "rules",
    {
      Bijdrage: code,
      Verdeelsleutel: code,
      "Soort sleutel": oneOf("aandelen"),
      Deelgenoot: code,
      Gewicht: raw("3"),
      ...line,
    },
  ],
  funding: ["rules", { ...line, Financieringsbron: raw(""), Voorwaarde: code }],
  judgments: ["rules", { Voorwaarde: code, Vervuld: oneOf("ja"), Datum: day, Toelichting: text }],
  stops: ["rules", { Actie: code, "Laatste dag": day, Reden: oneOf("timing"), Toelichting: text }],
  exceptions: [
    "rules",
    { Actie: code, Uitzondering: oneOf("werkelijke kost"), Regelgeving: text, 2026: amount },
  ],
  closings: ["rules", { "Boekjaar afgesloten": raw("2026") }],
  results: ["rules", { "Boekjaar verwerkt": raw("2026"), "Rekening resultaat": account }],
  carryOvers: [
    "rules",
    { ...line, "Van boekjaar": raw("2026"), "Naar boekjaar": raw("2027"), "Over te dragen": amount },
  ],
  indicators: [
    "indicators",
    { indicator: code, doelstelling: code, naam: text, soort: oneOf("aantal"), toelichting: text },
  ],
  targets: [
    "indicators",
    { indicator: code, "vanaf jaar": raw("2026"), streefwaarde: oneOf("minstens"), waarde: quantity },
  ],
  measurements: [
    "indicators",
    { indicator: code, "gemeten op": day, waarde: quantity, deel: code, toelichting: text },
  ],
  goalTexts: ["texts", { doelstelling: code, omschrijving: text, commentaar: text }],
  chapterTexts: ["texts", { hoofdstuk: text, nummer: raw("1"), titel: text, tekst: text }],
}

const drawn = (name: string) => {
  const [kind, columns] = tables[name] ?? ["lines", {}]
  const row = fc.tuple(...Object.values(columns))
  return { kind, header: Object.keys(columns), row }
}

const read = (kind: Layout.ImportKind, file: File, style: Written.Style) => {
  const { delimiter, numbers } = style
  return Reader.read(kind, file, { sha256, plan: "2026/0", delimiter, numbers })
}

describe.each(Object.keys(tables))("Reader.read of %s", (name) => {
  const { kind, header, row } = drawn(name)

  test("gives the same ids when the rows are written otherwise", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), Written.style, (rows, style) => {
        const one = read(kind, Written.write(header, rows, Written.plain), Written.plain)
        const other = read(kind, Written.write(header, rows, style), style)
        expect(other.faults.map(({ _tag, line }) => [_tag, line])).toEqual(
          one.faults.map(({ _tag, line }) => [_tag, line]),
        )
        expect(other.requests.map(({ id }) => id)).toEqual(one.requests.map(({ id }) => id))
        expect(other.requests.map(({ event }) => event && [...Content.ofEvent(event)])).toEqual(
          one.requests.map(({ event }) => event && [...Content.ofEvent(event)]),
        )
        const [first] = rows
        if (first !== undefined && one.faults.length === 0) expect(one.requests.length).toBeGreaterThan(0)
      }),
      { numRuns: runs(40) },
    )
  })
})

test.each(["lines", "actuals", "opening"])("Reader.read of %s: gives other content another id", (name) => {
  const { kind, header, row } = drawn(name)
  const idOf = (cells: ReadonlyArray<Written.Cell>) =>
    read(kind, Written.write(header, [cells], Written.plain), Written.plain).requests[0]?.id
  fc.assert(
    fc.property(row, row, (one, other) => {
      const direction = (cells: ReadonlyArray<Written.Cell>) =>
        cells.map((cell) => (cell.is === "word" && cell.value === "uitgave" ? { ...cell, value: "U" } : cell))
      const isSame = JSON.stringify(direction(one)) === JSON.stringify(direction(other))
      expect(idOf(one) === idOf(other)).toBe(isSame)
    }),
  )
})

test("RowIds.start: returns the hash of the plan, the content and the occurrence", () => {
  const content = fc.uint8Array({ maxLength: 40_000 })
  fc.assert(
    fc.property(content, (bytes) => {
      const id = start("2026/0", sha256)
      const tag = Buffer.from("grootboek/row\u00022026/0\n")
      const expected = [1, 2, 3].map(
        (occurrence) => `${version}:${sha256(Buffer.concat([tag, bytes, Buffer.from(`#${occurrence}`)]))}`,
      )
      expect([id(bytes), id(bytes), id(bytes)]).toEqual(expected)
    }),
  )
})

describe("FormerIds", () => {
  const header =
    "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;2026"
  const formerOf = (description: string, options: Partial<Reader.ReaderOptions> = {}) => {
    const row = `A1;0100;6000;;;U;${description};1,00`
    const bytes = new TextEncoder().encode(`${header}\n${row}\n${row}\n`)
    const file = { name: "lines.csv", bytes, sha256: sha256(bytes) }
    return Reader.read("lines", file, { sha256, plan: "2026/0", ...options }).requests.map(
      ({ formerIds }) => formerIds,
    )
  }
  const version1 = (description: string, occurrence: number) =>
    sha256(
      Canonical.bytes([
        "lines",
        "2026/0",
        "A1",
        "0100",
        "6000",
        "",
        "",
        "U",
        description,
        "2026=1.00",
        occurrence,
      ]),
    )

  test("row: returns the ids that version 1 gave, by occurrence", () => {
    expect(formerOf("Huur")).toEqual([[version1("Huur", 1)], [version1("Huur", 2)]])
  })

  test("row: returns an id for each likely spelling", () => {
    expect(formerOf("Huur  zaal ")[0]).toEqual([version1("Huur  zaal ", 1), version1("Huur zaal", 1)])
    expect(formerOf("Cafe\u0301\u00a0 ")[0]).toEqual(
      ["Cafe\u0301\u00a0 ", "Café  ", "Café"].map((spelling) => version1(spelling, 1)),
    )
  })

  test("row: returns nothing when the ledger holds no former ids", () => {
    expect(formerOf("Huur", { formerIds: false })).toEqual([undefined, undefined])
  })
})

test("Occurrence.counter: counts exactly when its table grows", () => {
  const count = counter()
  const hashes = Array.from({ length: 5_000 }, (_, index) => sha256(Uint8Array.of(index & 255, index >> 8)))
  expect(hashes.every((hash) => count(hash) === 1)).toBe(true)
  expect(hashes.every((hash) => count(hash) === 2)).toBe(true)
  expect(count(hashes[7] ?? "")).toBe(3)
})
