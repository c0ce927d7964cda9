/** Rejected rules of a local authority, from the command line: the facts, the advice, and an unchanged ledger. */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { file, folder, grootboek, must, w13, whole } from "@grootboek/testing/CommandLine"
import { beforeAll, describe, expect, test } from "vitest"

const place = "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O"
const heads = {
  contributions: `Bijdrage;Verdeelsleutel;Soort sleutel;Deelgenoot;Gewicht;${place}`,
  funding: `${place};Financieringsbron;Voorwaarde`,
  judgments: "Voorwaarde;Vervuld;Datum",
  waiting: "voorwaarde;naam voorwaarde;doelstellingen",
  carry: `${place};Van boekjaar;Naar boekjaar;Over te dragen`,
  index: "Basisjaar;Indexreeks;Basismaand;Indexcijfers;Rekeningen",
  actuals: `${place};Omschrijving;Datum;Stuk;Boekjaar;Bedrag`,
}

/** A bad input: the problem, its table and rows, the code, and a part of the message. */
const cases = [
  [
    "a key that sums to zero",
    "contributions",
    ["proef;sleutel;aandelen;Menen;0;A10101;9090;7450000;;;O"],
    "KeySumsToZero",
    ['"sleutel"', "Correct the weights"],
  ],
  [
    "a member twice in a key",
    "contributions",
    [
      "proef;sleutel;aandelen;Menen;1;A10101;9090;7450000;;;O",
      "proef;sleutel;aandelen;Menen;2;A10101;9090;7450000;;;O",
    ],
    "MemberTwice",
    ['"Menen"', "Keep one"],
  ],
  [
    "an index series with a gap",
    "index",
    ["2026;CPI;2025-12;2025-12=120 2027-12=125;7402"],
    "IndexGap",
    ["2026-12", "Complete the series"],
  ],
  [
    "a condition that is never declared, on a line",
    "funding",
    ["A10101;9090;7450000;;;O;giften;FA99"],
    "UnknownCondition",
    ['"FA99"', "declare it first"],
  ],
  [
    "a condition that is never declared, judged",
    "judgments",
    ["FA99;ja;2026-05-20"],
    "UnknownCondition",
    ['"FA99"', "declare it first"],
  ],
  [
    "a condition of an action that is not declared",
    "waiting",
    ["FA14;Nieuwe subsidie;A10101 A99999"],
    "UnknownGoal",
    ['"A99999"'],
  ],
  [
    "a realisation in a closed year",
    "actuals",
    ["A50111;1100;6140000;;;U;x;2027-02-01;V1;2027;10,00"],
    "YearIsClosed",
    ["2027", "is closed"],
  ],
  [
    "a realisation on a line that has stopped",
    "actuals",
    ["A10103;9090;6140000;;;U;x;2028-02-01;V1;2028;10,00"],
    "ActionHasStopped",
    ['"A10103"', "Use another action or year"],
  ],
  [
    "a realisation on a line that nobody knows",
    "actuals",
    ["A99999;9090;6140000;;;U;x;2026-02-01;V1;2026;10,00"],
    "UnknownAction",
    ['"A99999"', "Check the code"],
  ],
  [
    "a realisation on an account that no row covers",
    "actuals",
    ["A50111;1100;5990000;;;U;x;2026-02-01;V1;2026;10,00"],
    "UnknownAccount",
    ['"5990000"', "declare the account"],
  ],
  [
    "a carry-over larger than what is left",
    "carry",
    ["A50111;1100;2410000;;IE-IT;U;2028;2029;20.000,00"],
    "CarryOverTooLarge",
    ["20.000,00 euro", "at most the unused credit"],
  ],
  [
    "a carry-over below zero",
    "carry",
    ["A50111;1100;2410000;;IE-IT;U;2028;2029;-50,00"],
    "NothingToCarry",
    ["-50,00 euro", "greater than zero"],
  ],
] as const

describe("a bad rule", () => {
  const dir = folder()
  const ledger = ["--ledger", `${dir}/w13.db`]
  const journal = async (): Promise<string> => {
    await must("export", ...ledger, "--out", `${dir}/journal.ndjson`)
    return readFileSync(`${dir}/journal.ndjson`, "utf8")
  }
  let before = ""
  beforeAll(async () => {
    await whole(dir)
    const tables = ["members", "conditions", "stops"].map((name) => w13(`rules/${name}.csv`))
    const closing = file(dir, "closing.csv", "Boekjaar afgesloten\n2027\n")
    await must("import", ...tables, closing, ...ledger, "--as", "rules")
    before = await journal()
  })

  test.each(cases)("import: rejects %s with its facts and advice", async (_, table, rows, code, words) => {
    const path = file(dir, `${table}.csv`, `${[heads[table], ...rows].join("\n")}\n`)
    const kind = table === "actuals" ? "actuals" : "rules"
    const options = [path, ...ledger, "--as", kind]
    const outcome = await grootboek("import", ...options, "--format", "json")
    expect(outcome.status).toBe(1)
    const { ok, counts, findings } = JSON.parse(outcome.out)
    expect([ok, counts.accepted]).toEqual([false, expect.any(Number)])
    expect(findings).toContainEqual(expect.objectContaining({ code, file: `${table}.csv` }))
    const { message } = findings.find((one: { readonly code: string }) => one.code === code)
    for (const word of [`${table}.csv:`, ...words]) expect(message).toContain(word)
    const dutch = await grootboek("import", ...options, "--format", "json", "--lang", "nl")
    expect(JSON.parse(dutch.out).findings[0].message).not.toBe(message)
    expect(await journal()).toBe(before)
  })

  test("gallery: lists every refusal", () => {
    const path = fileURLToPath(new URL("../../../docs/error-gallery.md", import.meta.url))
    const gallery = readFileSync(path, "utf8")
    for (const [, , , code] of cases) expect(gallery).toContain(`\`${code}\``)
  })

  test("statement: rejects a form that is not built and lists the built ones", async () => {
    const { status, err } = await grootboek("statement", "J4", ...ledger)
    expect(status).toBe(1)
    expect(err).toContain("J4 is not available")
    expect(err).toContain("J1, J2, J3")
  })
})
