/** Budget lines in one pass: what is prepared while a row is read equals what its event gives without it. */
import { Content, Estimate, Intake, Journal, Ledger, Posting } from "@grootboek/core"
import { PreparedEvent } from "@grootboek/core/codec"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { start } from "../src/kind/RowIds.ts"
import { read, sha256 } from "./fixture.ts"

const plan = (): Ledger.Ledger => {
  const ledger = Ledger.empty()
  const events = [
    {
      _tag: "PlanAdopted",
      entity: { name: "Demo", type: "gemeente" },
      plan: "2026/0",
      edition: "bbc-3.0",
      years: { first: 2026, last: 2028 },
      creditYears: [2026],
    },
    {
      _tag: "StructureDeclared",
      declarations: {
        goals: [
          { code: "BD1", level: "policyObjective", name: "Wonen", priority: true },
          { code: "AP1", level: "actionPlan", parent: "BD1", name: "Wonen", priority: true },
          { code: "A1", level: "action", parent: "AP1", name: "Woonloket", priority: true },
          { code: "A2", level: "action", parent: "AP1", name: "Energiehuis", priority: true },
        ],
        policyItems: [
          { code: "0900", name: "Zorg", field: "0900", fieldName: "Sociale bijstand", domain: "Zorg" },
        ],
        sectors: [{ code: "OCMW", counterparty: "OCMW", origin: 5, operatingGrant: 11 }],
        accounts: [
          { section: "operating", direction: "U", row: "I.A.1", prefixes: ["61"] },
          { section: "operating", direction: "O", row: "II.A.3.a", prefixes: ["740"] },
        ],
      },
    },
    { _tag: "YearClosed", year: 2026 },
  ] as const
  for (const event of events) Result.getOrThrow(Ledger.append(ledger, { event, time: "" }))
  return ledger
}

const often = (usual: ReadonlyArray<string>, rare: ReadonlyArray<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...rare) },
  )
const quoted = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const amount = often(
  ["", "1.234,50", "-12,5", "0", "-0,00", "987654321,123456", " 7 "],
  ["€ 5", "(3,00)", "abc", "12,1234567", "99999999999999", "1000000000,00", "\u00a01,00"],
)
const description = fc.oneof(
  fc.constantFrom(
    "",
    "Huur",
    "Coördinatie financiële dienst",
    "Coo\u0308rdinatie",
    "Huur\u00a0 zaal",
    'a "b"; c',
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll("\r", "")),
)
const row = fc
  .tuple(
    often(["A1", "A2", "", " A1 "], ["ZZ", "A\u200b1"]),
    often(["0900"], ["", "0999"]),
    often(["6140000", "7400000"], ["9", "x"]),
    often(["", "OCMW"], ["NOPE"]),
    often(["U", "O", "uitgave"], ["?", ""]),
    description,
    fc.array(amount, { minLength: 3, maxLength: 3 }),
  )
  .map(([action, item, account, sector, direction, text, amounts]) =>
    [action, item, account, sector, direction, text, ...amounts].map(quoted).join(";"),
  )
const years = fc.constantFrom("2027;2028;2026", "2026;2027;2028", "2027;2028;2032")

describe("Reader.read of lines", () => {
  test("gives the ids, bytes, decisions and balances that its events give when they are read alone", () => {
    const empty = plan()
    fc.assert(
      fc.property(years, fc.array(row, { maxLength: 8 }), (header, rows) => {
        const lines = [
          `Actie;Beleidsitem;Algemene rekening;Economische sectorcode;U/O;Omschrijving;${header}`,
          ...rows,
        ]
        const options = { numbers: "be", years: { first: 2026, last: 2028 } } as const
        const { requests } = read("lines", lines.join("\n"), options)
        const alone = requests.map((request) => {
          const { event } = request
          if (event?._tag !== "EstimatePosted") throw new Error("a row of lines posts an estimate")
          const copy = structuredClone(event)
          return { ...request, event: copy, decide: Estimate.post(copy) }
        })
        const id = start("2026/0", sha256)
        expect(requests.map((request) => request.id)).toEqual(
          alone.map(({ event }) => id(Content.ofEvent(event))),
        )
        for (const { event } of requests) {
          const changes = event === undefined ? undefined : PreparedEvent.of(event)?.changes
          if (event === undefined || changes === undefined) continue
          expect(Posting.of(structuredClone(event))).toEqual(
            changes.micros.map((micros, at) => ({
              place: changes.place,
              year: changes.years[at],
              amount: BigInt(micros),
            })),
          )
        }
        const [one, other] = [requests, alone].map((list) => {
          const ledger = Ledger.copy(empty)
          const intake = Intake.begin(ledger, { actor: "demo", sha256 })
          const taken = Intake.join(list.map((request) => intake.take(request, undefined)))
          const balances = [...ledger.columns.at(ledger.columns.entries)]
          const bytes = taken.proposals.map((proposal) =>
            Buffer.from(Result.getOrThrow(Journal.write(proposal.event))).toString(),
          )
          return {
            places: ledger.columns.places,
            slots: ledger.columns.cells,
            entries: Array.from({ length: ledger.columns.entries + 1 }, (_, at) => ledger.columns.endOf(at)),
            balances,
            bytes,
            events: taken.proposals.map(({ event }) => event),
            refusals: taken.refused.map(({ refusal }) => refusal),
          }
        })
        expect(one).toEqual(other)
      }),
      { numRuns: 150 },
    )
  })

  test("prepares nearly every row of a file of plain amounts, and each line once", () => {
    const header = "Actie;Beleidsitem;Algemene rekening;U/O;Omschrijving;2027;2028"
    const { requests } = read(
      "lines",
      `${header}\nA1;0900;6140000;U;Huur;1,00;2,00\nA1;0900;6140000;U;;3,00;\n`,
    )
    const prepared = requests.map(({ event }) => event && PreparedEvent.of(event))
    expect(prepared.map((one) => one?.changes?.micros)).toEqual([[1_000_000, 2_000_000], [3_000_000]])
    expect(prepared[0]?.changes?.place).toBe(prepared[1]?.changes?.place)
  })
})
