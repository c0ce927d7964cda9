/** Commitments: imported, used by bookings that name them, released, and followed up per budget line. */
import { declared, file, folder, json, must } from "@grootboek/testing/CommandLine"
import { beforeAll, expect, test } from "vitest"

const lines = `Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;2026;2027
A10101;9090;7470000;;;O;Ontvangsten;500,00;500,00
A10101;9090;6140000;;;U;Uitgaven;1.000,00;1.000,00
`
const head = "Actie;Beleidsitem;Rekening;U/O;Vastlegging;Datum;Bedrag;Derde;Omschrijving\n"
const booked = "Actie;Beleidsitem;Rekening;U/O;Vastlegging;Datum;Stuk;Bedrag;Omschrijving\n"
const line = "A10101;9090;6140000;U"

interface Answer {
  readonly ok: boolean
  readonly written: unknown
  readonly findings: ReadonlyArray<{ readonly code: string }>
  readonly notes: ReadonlyArray<string>
}
interface Figures {
  readonly lines: ReadonlyArray<Readonly<Record<string, string | null>>>
}

let ledger = ""
let dir = ""
const importAs = (kind: string, text: string, ...more: ReadonlyArray<string>) =>
  json<Answer>("import", file(dir, `${kind}.csv`, text), "--ledger", ledger, "--as", kind, ...more)
const expenditure = async (...more: ReadonlyArray<string>) => {
  const report = await json<Figures>("follow-up", "2026", "--action", "A10101", "--ledger", ledger, ...more)
  const { estimate, committed, realised, available } =
    report.lines.find(({ direction }) => direction === "U") ?? {}
  return [estimate, committed, realised, available]
}

beforeAll(async () => {
  dir = folder()
  ledger = await declared(dir)
  await importAs("lines", lines)
  const two = `${head}${line};V1;2026-02-01;400,00;L-17;Onderhoud\n${line};V2;2026-03-01;300,00;;Huur\n`
  expect(await importAs("commitments", two)).toMatchObject({ ok: true, findings: [] })
  expect(await importAs("commitments", two)).toMatchObject({ ok: true, written: null })
})

test("commitments: are open until a booking names them or they are released", async () => {
  expect(await expenditure()).toEqual(["1000.00", "700.00", "0.00", "300.00"])
  await importAs(
    "actuals",
    `${booked}${line};V1;2026-04-02;F1;150,00;deel\n${line};;2026-04-03;F2;50,00;los\n`,
  )
  expect(await expenditure()).toEqual(["1000.00", "550.00", "200.00", "250.00"])
  await importAs("commitments", `${head}${line};V2;2026-05-01;-100,00;;vrijgave\n`)
  expect(await expenditure()).toEqual(["1000.00", "450.00", "200.00", "350.00"])
  expect(await expenditure("--until", "2026-02")).toEqual(["1000.00", "400.00", "0.00", "600.00"])
  const past = `${booked}${line};V1;2026-06-02;F3;300,00;meer dan vastgelegd\n`
  expect((await importAs("actuals", past)).notes).toEqual([])
  expect(await expenditure()).toEqual(["1000.00", "200.00", "500.00", "300.00"])
  const text = ["follow-up", "2026", "--action", "A10101", "--ledger", ledger, "--lang"]
  expect(await must(...text, "en")).toContain("€ 200,00 is committed.")
  expect(await must(...text, "nl")).toContain("€ 200,00 is vastgelegd.")
  expect(await must("log", "--ledger", ledger, "--lang", "nl")).toContain("vastlegging")
  const realised = await must("statement", "J1", "--ledger", ledger, "--format", "csv")
  expect(realised).not.toContain("700")
})

test.each([
  [
    "a release of more than is open",
    "commitments",
    `${head}${line};V2;2026-06-01;-200,01;;\n`,
    "ReleaseTooLarge",
  ],
  [
    "a release of nothing known",
    "commitments",
    `${head}${line};V9;2026-06-01;-1,00;;\n`,
    "UnknownCommitment",
  ],
  ["a reference twice", "commitments", `${head}${line};V1;2026-06-01;5,00;;\n`, "CommitmentTwice"],
  ["an amount of zero", "commitments", `${head}${line};V9;2026-06-01;0,00;;\n`, "CommitmentOfZero"],
  [
    "a line of receipts",
    "commitments",
    `${head}A10101;9090;7470000;O;V9;2026-06-01;5,00;;\n`,
    "CommitmentOfReceipts",
  ],
  ["a year outside the plan", "commitments", `${head}${line};V9;2036-06-01;5,00;;\n`, "YearOutsidePlan"],
  [
    "a booking of another line",
    "actuals",
    `${booked}A10101;9090;6150000;U;V1;2026-06-01;F;5,00;\n`,
    "UnknownCommitment",
  ],
  ["a booking of another year", "actuals", `${booked}${line};V1;2027-06-01;F;5,00;\n`, "UnknownCommitment"],
])("commitments: refuse %s and write nothing", async (_, kind, text, code) => {
  const answer = await importAs(kind, text)
  expect(answer).toMatchObject({ ok: false, written: null })
  expect(answer.findings.map((finding) => finding.code)).toContain(code)
})

test.each([
  [
    "a commitment of more than is available",
    "commitments",
    `${head}${line};V8;2026-06-01;300,01;;\n`,
    "CommitmentTooLarge",
  ],
  ["a booking past its estimate", "actuals", `${booked}${line};;2026-06-01;F9;500,01;\n`, "EstimatePassed"],
  [
    "a booking on a line without an estimate",
    "actuals",
    `${booked}A10101;9090;6150000;U;;2026-06-01;F9;1,00;\n`,
    "LineWithoutEstimate",
  ],
])("import --strict: refuses %s, which is a note otherwise", async (_, kind, text, code) => {
  const strict = await importAs(kind, text, "--strict")
  expect(strict).toMatchObject({ ok: false, written: null })
  expect(strict.findings.map((finding) => finding.code)).toEqual([code])
  const noted = await importAs(kind, text, "--dry-run")
  expect(noted).toMatchObject({ ok: true, findings: [] })
  expect(noted.notes).toHaveLength(1)
})

test("import --strict: accepts what fits exactly", async () => {
  const exact = `${head}${line};V8;2026-06-01;300,00;;\n`
  expect(await importAs("commitments", exact, "--strict", "--dry-run")).toMatchObject({ ok: true, notes: [] })
})

test("commitments: are released when their year closes, with a note, and the journal verifies", async () => {
  const closed = await importAs("rules", "Boekjaar afgesloten\n2026\n")
  expect(closed).toMatchObject({ ok: true, findings: [] })
  expect(closed.notes.join()).toContain("released 200,00 euro, the open amount of 1 commitment")
  expect(await expenditure()).toEqual(["1000.00", "0.00", "500.00", "500.00"])
  expect(await expenditure("--until", "2026-05")).toEqual(["1000.00", "450.00", "200.00", "350.00"])
  expect(await importAs("rules", "Boekjaar afgesloten\n2026\n")).toMatchObject({ ok: true, written: null })
  expect(await json("verify", "--ledger", ledger)).toMatchObject({ ok: true, findings: [] })
})

test("import --as actuals: groups bookings without an estimate by cause in text, and lists each line in JSON", async () => {
  const rows = Array.from(
    { length: 14 },
    (_, at) =>
      `A10101;9090;${6130000 + at};U;;2027-04-03;G${at};5,00;los\n${line};;2027-04-03;H${at};1,00;los\n`,
  )
  const path = file(dir, "unestimated.csv", `${booked}${rows.join("")}`)
  const asked = ["import", path, "--ledger", ledger, "--as", "actuals"]
  const { notes } = await json<Answer>(...asked, "--dry-run")
  expect(notes.filter((note) => note.includes("has no estimate in 2027"))).toHaveLength(14)
  const text = await must(...asked, "--lang", "nl")
  const grouped = text.split("\n").filter((one) => one.includes("heeft geen raming"))
  expect(grouped).toHaveLength(1)
  expect(grouped[0]).toMatch(
    /^let op: .*6130000.* \(hetzelfde voor 13 andere: .*6130001.* \(2027\), .* en nog 3\)$/,
  )
})
