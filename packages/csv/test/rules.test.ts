/** The plan's own rules as files: each table is recognised by its headers and becomes one or more requests. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { Balances, Intake, Ledger, Money } from "@grootboek/core"
import { Norm } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { type Layout, Reader } from "../src/index.ts"
import { read, sha256 } from "./fixture.ts"

const data = new URL("../../../examples/w13/data/", import.meta.url)
const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")
const readFile = (kind: Layout.ImportKind, name: string): Reader.FileContent => {
  const bytes = readFileSync(new URL(name, data))
  return Reader.read(kind, { name, bytes, sha256: digest(bytes) }, { sha256, plan: "2026/0" })
}

const faults = (text: string): ReadonlyArray<string> =>
  read("rules", text).faults.map(({ _tag, line, column }) => `${line} ${_tag} ${column ?? ""}`.trim())

describe("Reader.read of the rules of the W13 plan", () => {
  test.each([
    ["members", 15, 1],
    ["conditions", 2, 1],
    ["envelopes", 2, 1],
    ["pledges", 8, 1],
    ["risks", 3, 1],
    ["facts", 6, 1],
    ["indexation", 2, 2],
    ["contributions", 37, 3],
    ["funding", 18, 1],
    ["stops", 1, 1],
  ] as const)("%s: recognised by its headers, without a fault", (table, rows, requests) => {
    const reading = readFile("rules", `rules/${table}.csv`)
    expect(reading.faults).toEqual([])
    expect([reading.table, reading.counts.rows, reading.requests.length]).toEqual([table, rows, requests])
  })

  test("budgetHolders: recognised by its headers", () => {
    expect(readFile("rules", "rules/holders.csv").table).toBe("budgetHolders")
  })

  test("requests: give the amounts and checks of the chapters", () => {
    const ledger = Ledger.empty()
    const adopt = `Adopt`
    const files: ReadonlyArray<readonly [Layout.ImportKind, string]> = [
      ["structure", "published/goals-tree.csv"],
      ["structure", "policy-items.csv"],
      ["structure", "sectors.csv"],
      ["structure", "account-map.csv"],
      ["lines", "budget-lines.csv"],
      ["overhead", "overhead.csv"],
      ["passthrough", "passthrough.csv"],
      ["opening", "opening.csv"],
      ...["members", "conditions", "pledges", "facts", "indexation", "contributions", "funding", "stops"].map(
        (name) => ["rules", `rules/${name}.csv`] as const,
      ),
    ]
    Ledger.append(ledger, {
      event: {
        _tag: "PlanAdopted",
        entity: { name: adopt, type: "welzijnsvereniging" },
        plan: "2026/0",
        edition: "bbc-3.0",
        years: { first: 2026, last: 2031 },
        creditYears: [2026],
      },
      time: "",
    })
    for (const [kind, name] of files) {
      const { requests } = readFile(kind, name)
      const outcome = Intake.decideInto(ledger, requests, { actor: "test", sha256, recorded: new Map() })
      expect([name, ...outcome.refused.map(({ refusal }) => refusal)]).toEqual([name])
    }
    const line = {
      direction: "O",
      account: "7402000",
      policyItem: "0100",
      action: "A50111",
      sector: "OCMW",
    } as const
    const now = Balances.of(ledger.columns)
    expect(Money.format(Balances.ofLine(now, "estimate", line, 2030))).toBe("867451.391135")
    const kortrijk = { phase: "estimate", ...line, part: "Kortrijk" } as const
    expect(Money.format(Balances.at(now, kortrijk, 2026))).toBe("102433.44")
    const missed = Result.getOrThrow(Norm.checks(ledger)).filter(({ holds }) => !holds)
    expect([...new Set(missed.map(({ norm, action }) => `${norm} ${action ?? ""}`.trim()))]).toEqual([
      "selfFinancingMargin",
      "budgetNeutrality A10102",
    ])
  })
})

describe("Reader.read of rules", () => {
  test("reports every fault with its line and column", () => {
    expect(
      faults(
        "Basisjaar;Percentage;Indexreeks;Basismaand;Indexcijfers;Rekeningen\n2026;twee;;;;62\n26;;CPI;2025;2025-12=honderd;6x\n",
      ),
    ).toEqual([
      "2 NotAPercentage Percentage",
      "3 NotAYear Basisjaar",
      "3 NotADay Basismaand",
      "3 NotANumber Indexcijfers",
      "3 AccountNotDigits Rekeningen",
    ])
    expect(
      faults("engagement;norm;bedrag;vindplaats\nN;neutraal;0,005;3.7\nR;minimumreserve;;3.1\n"),
    ).toEqual(["2 UnknownWord norm", "3 EmptyCell bedrag"])
    expect(faults("deelgenoot;naam deelgenoot\nA;Een\nA;Twee\n")).toEqual(["3 CodeTwice deelgenoot"])
    expect(faults("tabel;rij;2026\npersoneel;A;vijf\n")).toEqual(["2 NotANumber 2026"])
  })

  test("reports UnknownTable for other headers", () => {
    expect(faults("a;b\n1;2\n")).toEqual(["1 UnknownTable"])
  })

  test("exceptions: reads both kinds", () => {
    const { requests, faults: none } = read(
      "rules",
      "Actie;Uitzondering;Percentage;Regelgeving;2026\nA1;wettelijk maximum;7;besluit, art. 3;\nA2;werkelijke kost;;besluit, art. 4;12,50\n",
    )
    expect(none).toEqual([])
    expect(requests).toHaveLength(1)
  })

  test("closings, results, carryOvers: become one request each", () => {
    const tags = (text: string) => read("rules", text).requests.map(({ event }) => event?._tag)
    // The event of a closing depends on the commitments that it releases.
    expect(read("rules", "Boekjaar afgesloten\n2026\n").requests).toMatchObject([{ source: { line: 2 } }])
    expect(read("rules", "Boekjaar verwerkt;Rekening resultaat\n2026;0930000\n").requests).toHaveLength(1)
    expect(
      tags(
        "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Van boekjaar;Naar boekjaar;Over te dragen\nA50111;1100;2410000;;IE-IT;U;2026;2027;1.749,60\n",
      ),
    ).toEqual(["CarriedOver"])
  })

  test("judgments: reads a day and a yes or no", () => {
    const { requests } = read("rules", "Voorwaarde;Vervuld;Datum\nFA13;ja;20/05/2026\n")
    expect(requests.map(({ event }) => event)).toEqual([
      { _tag: "ConditionJudged", condition: "FA13", met: true, date: "2026-05-20" },
    ])
  })
})
