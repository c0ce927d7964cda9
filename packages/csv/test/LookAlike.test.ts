/** Codes that are not what they look like. */
import { LookAlike } from "@grootboek/cells"
import { describe, expect, test } from "vitest"
import { type Layout, Reader } from "../src/index.ts"
import { fixture, read, sha256 } from "./fixture.ts"

describe("LookAlike.of", () => {
  test.each([
    ["a Cyrillic letter", "\u041010101", "A10101", ["U+0410"]],
    ["a Greek letter", "\u039110101", "A10101", ["U+0391"]],
    ["full-width digits", "A\uff11\uff10", "A10", ["U+FF11", "U+FF10"]],
    ["mathematical letters", "\u{1d400}1", "A1", ["U+1D400"]],
    ["a Roman numeral", "A\u2160", "AI", ["U+2160"]],
    ["a zero-width space", "A1\u200b", "A1", ["U+200B"]],
    ["a soft hyphen", "A\u00ad1", "A1", ["U+00AD"]],
    ["a bidirectional control", "\u202eA1", "A1", ["U+202E"]],
    ["a byte order mark inside", "A\ufeff1", "A1", ["U+FEFF"]],
    ["a non-breaking hyphen", "A\u20111", "A-1", ["U+2011"]],
    ["several", "\u0421\u0415\u200b", "CE", ["U+0421", "U+0415", "U+200B"]],
  ])("%s: returns the code that it looks like", (_, text, probably, characters) => {
    expect(LookAlike.of(text)).toEqual({ probably, characters })
  })

  test.each(["A10101", "Één actie", "Coördinatie", "cafe\u0301", "OCMW\u00a0Ieper", "m²", "50 %", "Ж"])(
    "%s: returns undefined for a text that looks like itself",
    (text) => {
      expect(LookAlike.of(text)).toBe(undefined)
    },
  )
})

const cyrillic = "\u0410"

/** A file of every kind with codes, with a Cyrillic А in the first code of its row. */
const files: ReadonlyArray<readonly [kind: Layout.ImportKind, header: string, row: string]> = [
  [
    "lines",
    "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;2026",
    "А1;1;6140000;;;U;x;1,00",
  ],
  [
    "actuals",
    "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;Datum;Stuk;Bedrag",
    "А1;1;6140000;;;U;x;2026-01-31;S1;1,00",
  ],
  [
    "adjustment",
    "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;Reden;Toelichting;2026",
    "А1;1;6140000;;;U;x;;;1,00",
  ],
  ["structure", "code;level;parent;name;priority;financing", "А1;AP;;x;;"],
  ["structure", "beleidsdomein;beleidsveld;beleidsveld_naam;beleidsitem;beleidsitem_naam", "А;1;x;1;x"],
  [
    "structure",
    "sectorcode;tegenpartij;herkomst;werkingssubsidie;investeringssubsidie;lening;rente",
    "А1;x;1;;;;",
  ],
  [
    "overhead",
    "Doelactie;Percentage;Grondslag rekeningen;Rekening last;Rekening opbrengst;Beleidsitem opbrengst;Uitgezonderde acties",
    "А1;15;62;6140000;7400000;1;A2",
  ],
  ["passthrough", "Actie;Partner;Aandeel", "А1;P;25"],
  ["rules", "deelgenoot;naam deelgenoot", "А1;x"],
  ["rules", "Actie;Laatste dag;Reden;Toelichting", "А1;2026-01-31;timing;x"],
]

test.each(files)("Reader.read of %s: refuses a code that looks like another: %s", (kind, header, row) => {
  expect(row).toContain(cyrillic)
  const { faults, requests } = read(kind, `${header}\n${row}\n`)
  expect(faults.map(({ _tag, line }) => [_tag, line])).toEqual([["LookAlike", 2]])
  expect(requests).toEqual([])
})

test("Reader.read: reads names as written, whatever they look like", () => {
  const [request] = read("rules", `deelgenoot;naam deelgenoot\nD1;${cyrillic}1\n`).requests
  expect(request?.event).toMatchObject({ declarations: { members: [{ code: "D1", name: "\u04101" }] } })
})

test("Reader.read: reads a code as the ledger declares it", () => {
  const text = "deelgenoot;naam deelgenoot\nCafe\u0301;x\n"
  const declared = (code: string) => (code.normalize("NFC") === "Café" ? "Café" : undefined)
  const [request] = read("rules", fixture("members.csv", text), { sha256, declared }).requests
  expect(request?.event).toMatchObject({ declarations: { members: [{ code: "Café" }] } })
})

test.each(["A1\u200b", "A\u00ad1", "\u2060A1"])(
  "%j: is refused although the ledger declares A1",
  (action) => {
    const text = `Actie;Beleidsitem;Algemene rekening;U/O;Omschrijving;2026\n${action};1;6140000;U;x;1,00\n`
    const declared = (code: string): string | undefined => (code === "1" ? "1" : "A1")
    const { faults } = Reader.read("lines", fixture("codes.csv", text), { sha256, plan: "2026/0", declared })
    expect(faults).toMatchObject([{ _tag: "LookAlike", probably: "A1" }])
  },
)
