/** A whole list through its file: what people posted is the file after its import, whatever was recorded before. */
import { createHash } from "node:crypto"
import { CsvFiles, Moves, PostedSums, RuleLaw, Scenarios, WholeList } from "@grootboek/laws"
import { Book } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { type ImportFile, Journal, MemoryStore, type OpenLedger, open } from "../src/index.ts"

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

type FileRows = CsvFiles.CsvFile["rows"]
type ListFile = Exclude<ImportFile, string>

const csv = (years: ReadonlyArray<string>, rows: FileRows, dialect: CsvFiles.FileDialect): ListFile => ({
  name: "list.csv",
  bytes: new TextEncoder().encode(CsvFiles.write(dialect, years, rows)),
})

const codes = [
  ["Actie", "action"],
  ["Beleidsitem", "policyItem"],
  ["Algemene rekening", "account"],
  ["Economische sectorcode", "sector"],
  ["Investeringsenveloppe", "envelope"],
  ["U/O", "direction"],
] as const

// A number of a spreadsheet has fifteen digits; a longer amount is typed as text.
const amountCell = (amount: string, dialect: CsvFiles.FileDialect) =>
  amount.replace(/\D/g, "").length > 15
    ? { text: CsvFiles.figure(dialect, amount) }
    : { number: amount, decimals: 2 }

const xlsx = async (
  years: ReadonlyArray<string>,
  rows: FileRows,
  dialect: CsvFiles.FileDialect,
): Promise<ListFile> => {
  const column = (header: string, isFigure: boolean) => ({
    head: { text: header },
    width: 12,
    isFigure,
    isCode: !isFigure,
  })
  const cells = ({ line, amounts }: FileRows[number]) => [
    ...codes.map(([, field]) => (line[field] === undefined ? undefined : { text: line[field] })),
    ...years.map((year) => amountCell(amounts[year] ?? "0", dialect)),
  ]
  const sheet = {
    name: "Ramingen",
    titles: [],
    frozen: 0,
    columns: [...codes.map(([header]) => column(header, false)), ...years.map((year) => column(year, true))],
    rows: rows.map((row) => ({ cells: cells(row) })),
  }
  return { name: "list.xlsx", bytes: await Effect.runPromise(Book.write({ title: "", sheets: [sheet] })) }
}

/** A ledger with events, and a function that reads its events later. */
const recorded = async (events: RuleLaw.Situation["events"]) => {
  const store = await Effect.runPromise(MemoryStore.make(sha256))
  const proposals = events.map((event, at) => ({ id: `before:${at}`, event, actor: "test" }))
  await Effect.runPromise(store.append("main", 0, proposals))
  const held = async () =>
    (await Effect.runPromise(Stream.runCollect(store.read("main", 0)))).map(
      (sealed) => Result.getOrThrow(Journal.parse(sealed)).event,
    )
  return { ledger: await open(store), held }
}

/** Imports a file; returns how many entries it wrote, or the kind of its refusal. */
const importInto = async (
  ledger: OpenLedger,
  file: ListFile,
  { list, isAdjustment, numbers }: { list: WholeList.WholeList; isAdjustment: boolean; numbers: "be" | "en" },
): Promise<number | string> => {
  const adjustment = isAdjustment ? { plan: "lijst/1", adjustment: { creditYears: [] } } : {}
  try {
    const options = { actor: "test", numbers, scope: list.scope.narrowed, ...adjustment }
    return (await ledger.import("state", file, options)).written.length
  } catch (cause) {
    return JSON.stringify(cause)
  }
}

/** What people posted since a moment, one text for each line and year. */
const postedSince = (events: RuleLaw.Situation["events"], start: number): ReadonlyArray<string> =>
  events
    .slice(start)
    .filter(({ _tag }) => !PostedSums.ruleKinds.has(_tag))
    .flatMap(Moves.moves)
    .map(({ place, year, amount }) => `${place.where} in ${year}: ${amount.toFixed(6)}`)
    .toSorted()

const texts = (sums: PostedSums.PostedSums): ReadonlyArray<string> =>
  [...sums].map(([id, sum]) => `${id}: ${sum.toFixed(6)}`).toSorted()

const draw = fc.record({
  scenario: Scenarios.scenario,
  drawn: WholeList.drawn,
  dialect: CsvFiles.dialect,
  isWorkbookFirst: fc.boolean(),
})

test("import state: gives the amounts of a CSV file or workbook, once, after any history", async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(draw, async ({ scenario, drawn, dialect, isWorkbookFirst }) => {
      const before = RuleLaw.situationOf(scenario)
      const list = before === undefined ? undefined : WholeList.of(before, drawn)
      if (list === undefined || list.rows.length === 0) return
      const { events } = list.situation
      const isAdjustment = drawn.isAdjustment || events.some(({ _tag }) => _tag === "PlanAdjusted")
      const years = list.scope.years.map(String)
      const rows = list.rows.map(({ line, amounts }) => ({ line, amounts, description: "" }))
      const files = [csv(years, rows, dialect), await xlsx(years, rows, dialect)]
      const [first, other] = isWorkbookFirst ? files.toReversed() : files
      if (first === undefined || other === undefined) throw new Error("no files")
      const { ledger, held } = await recorded(events)
      const options = { list, isAdjustment, numbers: dialect.numbers }
      const written = await importInto(ledger, first, options)
      const isAccepted =
        RuleLaw.apply(list.situation, [WholeList.decision(list, { isAdjustment })]) !== undefined
      // A file is refused where the list itself is, and nowhere else; then nothing is written.
      if (typeof written === "string") {
        expect([written, isAccepted]).toEqual([expect.stringContaining('"kind":"refused"'), false])
        expect(await held()).toEqual(events)
        return
      }
      expect(isAccepted).toBe(true)
      accepted++
      const after = await held()
      const [then, now, wanted] = [PostedSums.of(events), PostedSums.of(after), WholeList.expected(list)]
      const found = new Map([...wanted.keys()].map((id) => [id, PostedSums.at(now, id)]))
      expect(texts(found)).toEqual(texts(wanted))
      const due = [...wanted].map(([id, sum]) => [id, sum.sub(PostedSums.at(then, id))] as const)
      expect(postedSince(after, events.length)).toEqual(
        texts(new Map(due.filter(([, change]) => !change.isZero()))),
      )
      for (const again of [first, other]) expect(await importInto(ledger, again, options)).toBe(0)
      expect(await held()).toEqual(after)
      await ledger.close()
    }),
    { numRuns: 40, seed: 20_261_130 },
  )
  expect(accepted).toBeGreaterThan(20)
})
