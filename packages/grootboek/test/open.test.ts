/** The functions of the package: open, record, ask, follow, and their errors. */
import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as W13 from "@grootboek/testing/W13"
import { Ajv2020 } from "ajv/dist/2020.js"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import * as EffectApi from "../src/effect.ts"
import {
  Archive,
  BudgetLine,
  Commitment,
  Estimate,
  GrootboekError,
  Journal,
  Money,
  type OpenLedger,
  open,
  Year,
} from "../src/index.ts"

const folder = mkdtempSync(join(tmpdir(), "grootboek-package-"))
const file = join(folder, "plan.db")
const journal = join(folder, "journal.ndjson")
const as = { actor: "test" }
let ledger: OpenLedger

beforeAll(async () => {
  ledger = await open(file, { access: "create" })
  await ledger.record(W13.plan(), as)
  await writeFile(journal, ledger.export())
})
afterAll(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true })
})

const failure = async (work: Promise<unknown>): Promise<GrootboekError> => {
  try {
    await work
  } catch (cause) {
    if (cause instanceof GrootboekError) return cause
    throw cause
  }
  throw new Error("nothing failed")
}

const estimateEvent = {
  _tag: "EstimatePosted",
  line: { direction: "U", account: "6100000", policyItem: "0100", action: "A10101" },
  amounts: { 2026: "1.00" },
} as const
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

/** A value as a program without exact optional property types may pass it. */
const untyped = <A>(value: unknown): A => value as A

const estimate = (account: string, amount: string) =>
  Estimate.post({
    line: { direction: "U", account, policyItem: "0100", action: "A10101" },
    amounts: { 2026: amount },
  })

describe("open", () => {
  test.each([
    ["a SQLite file", () => open(file)],
    ["an export by its path", () => open(journal)],
    ["the bytes of an export", () => open(readFileSync(journal))],
  ])("reads %s", async (_, reopened) => {
    const other = await reopened()
    const { exact } = (await other.statement("M2")).cell("Autofinancieringsmarge/III", 2031)
    expect(Money.format(exact)).toBe("-15569.4118")
    await other.close()
  })

  const lines = () => readFileSync(journal, "utf8").split("\n")
  test.each<readonly [string, () => string, string]>([
    [
      "a changed amount",
      () => readFileSync(journal, "utf8").replace("404701.70", "404701.71"),
      "HashMismatch",
    ],
    ["a missing last line", () => `${lines().slice(0, -2).join("\n")}\n`, "TrailerMissing"],
    ["a missing entry", () => lines().toSpliced(20, 1).join("\n"), "PositionGap"],
    ["a cut in the middle of a line", () => readFileSync(journal, "utf8").slice(0, 5000), "MalformedLine"],
    ["an empty file", () => "", "TrailerMissing"],
  ])("rejects an export with %s", async (_, content, code) => {
    expect(await failure(open(new TextEncoder().encode(content())))).toMatchObject({ code })
  })

  test("rejects a file that does not exist, unless access is create", async () => {
    expect((await failure(open(join(folder, "none.db")))).code).toBe("NoLedger")
    expect((await failure(open(join(folder, "none.ndjson")))).code).toBe("Missing")
  })

  test.each([
    "postgres://user:secret@[",
    "postgres://%zz:secret@host/database",
    "file:///%zz.db",
    "mysql://user:secret@host/database",
  ])("rejects the address %s without repeating its password", async (address) => {
    const error = await failure(open(address))
    expect(error.code).toBe("NotAnAddress")
    expect(JSON.stringify(error)).not.toContain("secret")
  })
})

describe("record", () => {
  test("records all requests or none, and changes nothing in memory when one is refused", async () => {
    const before = await ledger.position()
    const requests = [
      { id: "good", decide: estimate("6100000", "10.00") },
      { id: "bad", decide: estimate("9999999", "10.00") },
    ]
    const error = await failure(ledger.record(requests, as))
    expect(error).toMatchObject({ name: "GrootboekError", code: "UnknownAccount" })
    expect(error).toBeInstanceOf(Error)
    expect(error.facts).toMatchObject({ kind: "refused", all: [{ id: "bad" }] })
    expect(await ledger.position()).toBe(before)
    const { exact } = (await ledger.statement("M2")).cell("Autofinancieringsmarge/III", 2031)
    expect(Money.format(exact)).toBe("-15569.4118")
  })

  test("records a request once, and refuses its id for other content", async () => {
    const copy = await open(readFileSync(journal))
    const decide = estimate("6100000", "10.00")
    const event = {
      _tag: "EstimatePosted",
      line: { direction: "U", account: "6100000", policyItem: "0100", action: "A10101" },
      amounts: { 2026: "10.00" },
    } as const
    const first = await copy.record([{ id: "one", decide, event }], as)
    expect(first.written).toEqual([first.position])
    expect(await copy.record([{ id: "one", decide, event }], as)).toMatchObject({
      written: [],
      known: ["one"],
    })
    const other = { ...event, amounts: { 2026: "11.00" } }
    expect((await failure(copy.record([{ id: "one", decide, event: other }], as))).code).toBe("IdConflict")
    await copy.close()
  })

  test("decides again when another handle wrote in between: nothing is lost or written twice", async () => {
    const path = join(folder, "busy.db")
    const writers = await Promise.all([0, 1, 2, 3].map(() => open(path, { access: "create" })))
    const [first] = writers
    await first?.record(W13.plan(), as)
    const before = (await first?.position()) ?? 0
    const ids = Array.from({ length: 40 }, (_, index) => `request:${index}`)
    await Promise.all(
      ids.map((id, index) => writers[index % 4]?.record([{ id, decide: estimate("6100000", "1.00") }], as)),
    )
    expect(await first?.position()).toBe(before + 40)
    await Promise.all(writers.map((writer) => writer.close()))
  })

  test("treats options and fields that are undefined as absent, and recognises the request when it is repeated", async () => {
    const copy = await open(readFileSync(journal), untyped({ ledger: undefined, language: undefined }))
    const event = untyped<typeof estimateEvent>({
      ...estimateEvent,
      line: { ...estimateEvent.line, sector: undefined },
      description: undefined,
    })
    const options = untyped<{ actor: string }>({ ...as, source: undefined, attempts: undefined })
    const request = { id: "undefined", decide: Estimate.post(event), event }
    const { written, position } = await copy.record([untyped({ ...request, source: undefined })], options)
    expect(written).toEqual([position])
    expect(await copy.record([request], as)).toMatchObject({ written: [], known: ["undefined"] })
    for await (const entry of copy.follow({ from: position - 1 })) {
      expect(entry.event).toEqual({ ...estimateEvent })
      break
    }
    const asked = untyped<{ at?: string }>({ at: undefined, policy: undefined, conditional: undefined })
    expect((await copy.statement("M2", asked)).at.position).toBe(position)
    expect((await copy.followUp(2026, untyped({ semester: undefined, warnAt: undefined }))).year).toBe(2026)
    await copy.close()
  })

  test("imports a file once", async () => {
    const copy = await open(readFileSync(journal))
    const bytes = new TextEncoder().encode(
      "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;2027\nA10101;0100;6100000;;;U;Papier;12,50\n",
    )
    const first = await copy.import("lines", { name: "extra.csv", bytes }, as)
    expect(first.written.length).toBeGreaterThan(0)
    expect(await copy.import("lines", { name: "again.csv", bytes }, as)).toMatchObject({ written: [] })
    const broken = new TextEncoder().encode("Actie;Beleidsitem\nA10101;0100\n")
    expect((await failure(copy.import("lines", { name: "broken.csv", bytes: broken }, as))).facts.kind).toBe(
      "file",
    )
    await copy.close()
  })
})

describe("import", () => {
  test("opening: a file replaces the recorded one, once, and a file that is refused changes nothing", async () => {
    const copy = await open(readFileSync(journal))
    const bytes = (amount: string) =>
      new TextEncoder().encode(`Rekening;Omschrijving;Jaar;Bedrag\n0930000;saldo;2026;${amount}\n`)
    const opening = (amount: string, options: { readonly onRecorded?: "replace" } = {}) =>
      copy.import("opening", { name: "opening.csv", bytes: bytes(amount) }, { ...as, ...options })
    const result = async () =>
      Money.format((await copy.statement("M2")).cell("Budgettair resultaat/VI", 2026).exact)
    await opening("100,00", { onRecorded: "replace" })
    const first = await result()
    expect((await failure(opening("150,00"))).code).toBe("AmountRecorded")
    const before = await copy.position()
    expect(await result()).toBe(first)
    const { written } = await opening("150,00", { onRecorded: "replace" })
    expect(written).toEqual([before + 1, before + 2])
    expect(Money.subtract(Money.from(await result()), Money.from(first))).toBe(Money.from("50"))
    expect((await opening("150,00", { onRecorded: "replace" })).written).toEqual([])
    await copy.close()
  })

  test("isStrict: refuses a commitment and a booking past the estimate, and writes nothing", async () => {
    const copy = await open(readFileSync(journal))
    const lineOf = "Actie;Beleidsitem;Rekening;U/O"
    const files = {
      commitments: `${lineOf};Vastlegging;Datum;Bedrag;Derde;Omschrijving\nA10101;0100;6100000;U;V1;2026-02-01;10,00;;Papier\n`,
      actuals: `${lineOf};Datum;Stuk;Bedrag;Omschrijving\nA10101;0100;6100000;U;2026-03-01;F1;10,00;Papier\n`,
    }
    const before = await copy.position()
    for (const [kind, code] of [
      ["commitments", "CommitmentTooLarge"],
      ["actuals", "LineWithoutEstimate"],
    ] as const) {
      const file = { name: `${kind}.csv`, bytes: new TextEncoder().encode(files[kind]) }
      const error = await failure(copy.import(kind, file, { ...as, isStrict: true }))
      expect([error.code, await copy.position()]).toEqual([code, before])
    }
    const decide = Commitment.record({
      line: { direction: "U", account: "6100000", policyItem: "0100", action: "A10101" },
      year: 2026,
      reference: "V1",
      date: "2026-02-01",
      amount: "10.00",
    })
    const requests = [{ id: "commitment", decide }]
    expect((await failure(copy.record(requests, { ...as, isStrict: true }))).code).toBe("CommitmentTooLarge")
    expect((await copy.record(requests, as)).written).toEqual([before + 1])
    await copy.close()
  })
})

describe("types", () => {
  test("codes, forms and rows: are unions, and values from outside are checked", async () => {
    const error = await failure(ledger.record([{ id: "bad", decide: estimate("9999999", "1.00") }], as))
    // @ts-expect-error: no error has this code.
    expect(error.code === "UnknownAcount").toBe(false)
    const explained = await ledger.explain({ form: "M2", row: "Autofinancieringsmarge/III", year: 2031 })
    // @ts-expect-error: no form has this name.
    expect(explained.form === "M9").toBe(false)
    expect(Year.from("2026")).toBe(2026)
    for (const year of ["26", "2026.0", 2026.5, 1000]) expect(() => Year.from(year)).toThrow(TypeError)
    const line = { direction: "U", account: "6100000", policyItem: "0100" } as const
    expect(BudgetLine.from(line)).toEqual(line)
    for (const wrong of [
      { ...line, account: "6A" },
      { ...line, policyItem: " 0100" },
      { ...line, acount: "1" },
      {},
    ])
      expect(() => BudgetLine.from(wrong)).toThrow(TypeError)
  })
})

describe("questions", () => {
  test("answers: serialise to the published schemas", async () => {
    const ajv = new Ajv2020({ strict: false })
    const answers = {
      statement: await ledger.statement("M2"),
      explain: await ledger.explain({ form: "T2", row: "EXPLOITATIE/II.A.3.a-2-5", year: 2026 }),
      diff: await ledger.diff({ from: 2, forms: ["M2"] }),
      verify: await ledger.check(),
      reconcile: await ledger.reconcile("M2", W13File("published/M2.csv")),
      "follow-up": await ledger.followUp(2026),
      record: await ledger.record([], as),
    }
    for (const [name, answer] of Object.entries(answers)) {
      const document = JSON.parse(JSON.stringify(answer))
      expect(document.$schema).toBe(`urn:grootboek:${name}:1`)
      const schema = JSON.parse(
        readFileSync(new URL(`../../../docs/schemas/${name}.json`, import.meta.url), "utf8"),
      )
      const validate = ajv.compile(schema)
      expect(validate(document), JSON.stringify(validate.errors)).toBe(true)
    }
    expect(answers.reconcile.counts.error).toBe(0)
    expect(answers.verify.ok).toBe(true)
  })

  test("policyReport: writes a page and an office document", async () => {
    const page = new TextDecoder().decode(await ledger.policyReport({ auditPage: "pack/audit.html" }))
    expect(page).toContain('href="pack/audit.html#view=statements&amp;form=M2')
    const office = await ledger.policyReport({ format: "docx" })
    expect(new TextDecoder().decode(office.subarray(0, 2))).toBe("PK")
  })

  test("policyReport: rejects with the name of the package when it is not installed", async () => {
    vi.doMock("@grootboek/policy-report", () => {
      throw new Error("ERR_MODULE_NOT_FOUND")
    })
    const error = await failure(ledger.policyReport())
    vi.doUnmock("@grootboek/policy-report")
    expect(error.code).toBe("Missing")
    expect(error.message).toContain("npm install @grootboek/policy-report")
    expect(error.in("nl")).toContain("@grootboek/policy-report ontbreekt")
  })

  test("check: reports entries that are intact but not valid, and notes, as `verify` does", async () => {
    const golden = new URL("../../core/test/golden/remarks@1.ndjson", import.meta.url)
    const other = await open(readFileSync(golden))
    const verified = await other.check()
    expect(verified.findings.map(({ code }) => code)).toEqual([])
    expect(verified.remarks?.map(({ code }) => code)).toContain("OpeningRepeated")
    const invalid = { ...estimateEvent, amounts: { 2099: "1.00" } }
    const sealed = Journal.seal(
      { id: "bad", actor: "test", event: invalid },
      Journal.genesis,
      "2026-01-05T09:00:00.000Z",
      sha256,
    )
    const wrong = await open(Archive.write([sealed]))
    const { ok, findings } = await wrong.check()
    expect([ok, findings.map(({ code }) => code)]).toEqual([false, ["InvalidEntry"]])
    await other.close()
    await wrong.close()
  })

  test.each<readonly [string, (ledger: OpenLedger) => Promise<unknown>, string]>([
    ["an unknown moment", (one) => one.statement("M2", { at: "plan:2031/9" }), "UnknownMoment"],
    ["a position after the end", (one) => one.statement("M2", { at: 9999 }), "UnknownMoment"],
    [
      "an unknown row",
      (one) => one.explain(JSON.parse('{"form":"M2","row":"XXX","year":2026}')),
      "UnknownRow",
    ],
    [
      "a year outside the plan",
      (one) => one.explain({ form: "M2", row: "Autofinancieringsmarge/III", year: 2040 }),
      "YearNotShown",
    ],
    [
      "half a year",
      (one) => one.explain({ form: "M2", row: "Autofinancieringsmarge/III", year: 2026.5 }),
      "YearNotShown",
    ],
    [
      "a year as text",
      (one) => one.explain(JSON.parse('{"form":"M2","row":"Autofinancieringsmarge/III","year":"2026"}')),
      "YearNotShown",
    ],
    [
      "a cell of an unknown year",
      async (one) => (await one.statement("M2")).cell("Autofinancieringsmarge/III", 1999),
      "YearNotShown",
    ],
    [
      "a start after the end",
      async (one) => one.project("p", { initial: 0, on: (sum) => sum, from: { position: 9999, state: 0 } }),
      "UnknownMoment",
    ],
  ])("rejects %s", async (_, ask, code) => {
    expect((await failure(ask(ledger))).code).toBe(code)
  })

  test("errors: a year as text is quoted in the message, so that it differs from the years to use", async () => {
    const cell = JSON.parse('{"form":"M2","row":"Autofinancieringsmarge/III","year":"2026"}')
    expect((await failure(ledger.explain(cell))).message).toContain('does not show "2026". Use one of 2026,')
  })

  test("errors: have a message in both languages", async () => {
    const error = await failure(ledger.statement("M2", { at: "plan:2031/9" }))
    expect(error.in("nl")).not.toBe(error.in("en"))
    expect(error.message).toBe(error.in("en"))
  })
})

describe("follow", () => {
  test("returns old and new entries in order, also those of another handle", async () => {
    const path = join(folder, "followed.db")
    const writer = await open(path, { access: "create" })
    await writer.record(W13.plan(), as)
    const reader = await open(path, { access: "readonly" })
    const start = await reader.position()
    const seen: Array<number> = []
    const reading = (async () => {
      for await (const entry of reader.follow({ from: start - 2, pollMs: 10 })) {
        seen.push(entry.position)
        if (seen.length === 5) break
      }
    })()
    for (const id of ["a", "b", "c"]) await writer.record([{ id, decide: estimate("6100000", "1.00") }], as)
    await reading
    expect(seen).toEqual([start - 1, start, start + 1, start + 2, start + 3])
    await reader.close()
    await writer.close()
  })

  test("project: a read model restarted from where it was saved equals one from the beginning", async () => {
    const count = (
      state: Readonly<Record<string, number>>,
      { event }: { readonly event: { readonly _tag: string } },
    ) => ({
      ...state,
      [event._tag]: (state[event._tag] ?? 0) + 1,
    })
    const copy = await open(readFileSync(journal))
    const whole = await copy.project("kinds", { initial: {}, on: count })
    const saved = await whole.current()
    expect(saved.position).toBe(await copy.position())
    const continued = await copy.project("kinds", { initial: {}, on: count, from: saved })
    await copy.record([{ id: "later", decide: estimate("6100000", "1.00") }], as)
    expect(await continued.current()).toEqual(await whole.current())
    for await (const { position } of whole.changes()) {
      expect(position).toBe(await copy.position())
      break
    }
    await copy.close()
  })
})

test("grootboek/effect: has the same functions, which return Effects", async () => {
  const program = Effect.scoped(
    Effect.gen(function* () {
      const opened = yield* EffectApi.open(file)
      const m2 = yield* opened.statement("M2", { at: "plan:2026/0" })
      return Money.format(m2.cell("Autofinancieringsmarge/III", 2031).exact)
    }),
  )
  expect(await Effect.runPromise(program)).toBe("-15569.4118")
})

test("open: keeps the error of the driver as the cause when the file is a text", async () => {
  writeFileSync(
    join(folder, "text.db"),
    "this is not a database, but a text of some length that nobody can open",
  )
  const error = await failure(open(join(folder, "text.db")))
  expect(error.facts.kind).toBe("store")
  expect(error.cause).toBeDefined()
})

const W13File = (path: string) => new URL(`../../../examples/w13/data/${path}`, import.meta.url).pathname

describe("import: amounts of an earlier import", () => {
  const head =
    "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving"
  const lines = (name: string, amount: string) => ({
    name,
    bytes: new TextEncoder().encode(`${head};2026\nA10103;9090;6140000;;;U;x;${amount}\n`),
  })
  const fresh = async (work: (opened: OpenLedger) => Promise<void>): Promise<void> => {
    const opened = await open(join(folder, `additions-${Math.random()}.db`), { access: "create" })
    await opened.record(W13.plan().slice(0, 2), as)
    await opened.import("lines", lines("first.csv", "21,00"), as)
    await work(opened)
    await opened.close()
  }

  test("import: refuses a corrected file of lines, and adds when it is asked to", async () => {
    await fresh(async (opened) => {
      const corrected = lines("corrected.csv", "22,00")
      const refused = await failure(opened.import("lines", corrected, as))
      expect(refused.facts).toMatchObject({ kind: "refused", reason: { _tag: "AmountRecorded", entry: 3 } })
      const added = await opened.import("lines", corrected, { ...as, onRecorded: "add" })
      expect(added.written).toHaveLength(1)
      expect((await opened.import("lines", corrected, as)).written).toEqual([])
    })
  })

  test("import: reads a workbook with macros, from the sheet that is named", async () => {
    await fresh(async (opened) => {
      const source = new URL("../../cli/test/fixtures/spreadsheets/cover-sheet.xlsx", import.meta.url)
      const bytes = readFileSync(source)
      const options = { ...as, sheet: "Data", onRecorded: "add" } as const
      const done = await opened.import("lines", { name: "Plan.XLSM", bytes }, options)
      expect(done.written).toHaveLength(1)
      const again = await opened.import("lines", { name: "plan.xlsx", bytes }, options)
      expect(again.written).toEqual([])
      const other = { ...options, sheet: "Blad9" }
      const unknown = await failure(opened.import("lines", { name: "plan.xlsm", bytes }, other))
      expect(unknown.facts).toMatchObject({ kind: "sheet", fault: { _tag: "UnknownSheet", sheet: "Blad9" } })
    })
  })

  test("import: finds the sheet that holds the table, behind a cover", async () => {
    await fresh(async (opened) => {
      const source = new URL("../../cli/test/fixtures/spreadsheets/cover-sheet.xlsx", import.meta.url)
      const file = { name: "plan.xlsx", bytes: readFileSync(source) }
      const done = await opened.import("lines", file, { ...as, onRecorded: "add" })
      expect(done.written).toHaveLength(1)
      const named = await opened.import("lines", file, { ...as, sheet: "Data", onRecorded: "add" })
      expect(named.written).toEqual([])
    })
  })

  test("import: refuses a workbook that it cannot read", async () => {
    await fresh(async (opened) => {
      const bytes = new TextEncoder().encode("no workbook")
      for (const name of ["plan.xls", "plan.xlsb", "plan.ods"])
        expect((await failure(opened.import("lines", { name, bytes }, as))).facts.kind).toBe("sheet")
    })
  })

  test("import: takes a whole list as estimates, then as an adjustment", async () => {
    await fresh(async (opened) => {
      const list = lines("list.csv", "22,00")
      expect((await opened.import("state", list, as)).written).toHaveLength(1)
      expect((await opened.import("state", list, as)).written).toEqual([])
      const other = lines("other.csv", "23,00")
      const adjustment = { creditYears: [2026], motivation: "Actualisatie" }
      const done = await opened.import("state", other, { ...as, plan: "2026/1", adjustment })
      expect(done.written).toHaveLength(1)
      const late = await failure(opened.import("state", list, as))
      expect(late.facts).toMatchObject({ reason: { _tag: "AdjustmentNeeded", plan: "2026/1" } })
    })
  })
})
