/** Imports while another program writes to the same ledger. */
import type { JournalStore } from "@grootboek/core"
import type { Layout } from "@grootboek/csv"
import { declared, file, folder, json, must } from "@grootboek/testing/CommandLine"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as InputFile from "../src/output/InputFile.ts"
import * as ImportRun from "../src/session/ImportRun.ts"
import * as ImportWrite from "../src/session/ImportWrite.ts"
import * as Session from "../src/session/Session.ts"

const place =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving"
const bookings = (voucher: string, amount: string): string =>
  `${place};Datum;Stuk;Bedrag\nA10101;9090;6140000;;;U;x;2026-02-01;${voucher};${amount}\n`
const estimates = (amount: string): string => `${place};2026\nA10101;9090;6140000;;;U;x;${amount}\n`

/** Imports a file on a session whose store lets other programs write before each of the first appends. */
const interrupted = async (
  ledger: string,
  { kind, path }: { readonly kind: Layout.ImportKind; readonly path: string },
  others: ReadonlyArray<() => Promise<unknown>>,
) => {
  const waiting = [...others]
  const importing = Effect.gen(function* () {
    const session = yield* Session.open({ ledger }, "existing")
    const appendAll: JournalStore.JournalStoreShape["appendAll"] = (name, expected, batches) =>
      Effect.suspend(() => {
        const append = session.store.appendAll(name, expected, batches)
        const other = waiting.shift()
        return other === undefined ? append : Effect.andThen(Effect.promise(other), append)
      })
    const inputs = [yield* InputFile.open(path)]
    const options = { plan: "2026/0" }
    const begin = (on: Session.Session) =>
      ImportRun.begin(on, { kind, inputs, options, actor: "test", language: "en" })
    const shared = { ...session, store: { ...session.store, appendAll } }
    return yield* Effect.result(ImportWrite.write(shared, { kind, language: "en", begin }))
  })
  return Effect.runPromise(Effect.scoped(importing))
}

describe("an import of bookings", () => {
  test("import: is decided again when other programs wrote in between", async () => {
    const dir = folder()
    const ledger = await declared(dir)
    const others = [1, 2, 3].map((turn) => async () => {
      const path = file(dir, `other-${turn}.csv`, bookings(`O${turn}`, `${turn},00`))
      return must("import", path, "--ledger", ledger, "--as", "actuals")
    })
    const path = file(dir, "mine.csv", bookings("M1", "10,00"))
    const outcome = await interrupted(ledger, { kind: "actuals", path }, others)
    expect(Result.isSuccess(outcome) && outcome.success).toMatchObject({
      result: { findings: [], counts: { accepted: 1 } },
      written: [9],
    })
    const { postings } = await json<{ postings: ReadonlyArray<unknown> }>(
      ...["explain", "J2", "Budgettair resultaat/I.b", "2026", "--ledger", ledger],
    )
    expect(postings).toHaveLength(4)
    expect(await json("verify", "--ledger", ledger)).toMatchObject({ ok: true })
  })

  test("import: is refused when the year was closed in between", async () => {
    const dir = folder()
    const ledger = await declared(dir)
    const close = file(dir, "closed.csv", "Boekjaar afgesloten\n2026\n")
    const path = file(dir, "mine.csv", bookings("M1", "10,00"))
    const outcome = await interrupted(ledger, { kind: "actuals", path }, [
      () => must("import", close, "--ledger", ledger, "--as", "rules"),
    ])
    expect(Result.isSuccess(outcome) && outcome.success).toMatchObject({
      result: { findings: [{ code: "YearIsClosed" }] },
      written: [],
    })
  })

  test("import: writes a booking once when the other program wrote the same one", async () => {
    const dir = folder()
    const ledger = await declared(dir)
    const path = file(dir, "mine.csv", bookings("M1", "10,00"))
    const outcome = await interrupted(ledger, { kind: "actuals", path }, [
      () => must("import", path, "--ledger", ledger, "--as", "actuals"),
    ])
    expect(Result.isSuccess(outcome) && outcome.success.written).toEqual([])
  })
})

test("import: of lines is refused when another program wrote in between", async () => {
  const dir = folder()
  const ledger = await declared(dir)
  const other = file(dir, "other.csv", estimates("1,00"))
  const path = file(dir, "mine.csv", estimates("2,00"))
  const outcome = await interrupted(ledger, { kind: "lines", path }, [
    () => must("import", other, "--ledger", ledger, "--as", "lines"),
  ])
  expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({ status: 1, isOutdated: true })
})
