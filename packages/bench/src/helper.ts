/** The programs that an import is compared with: `helper.mjs parse FILE`, `helper.mjs insert LEDGER FILE`. */
import { createReadStream, rmSync } from "node:fs"
import { SqliteStore } from "@grootboek/store-sqlite"
import { parse } from "csv-parse"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as BareTable from "./BareTable.ts"

const [job, from = "", to = ""] = process.argv.slice(2)

/** Parses a file with csv-parse as a stream, rows as lists: the least work of a strict CSV reader. */
const read = async (): Promise<void> => {
  let rows = 0
  for await (const _ of createReadStream(from).pipe(parse({ delimiter: ";", bom: true }))) rows++
  console.log(rows)
}

/** Inserts the bodies of a ledger into a bare table, a thousand per transaction. */
const insert = async (): Promise<void> => {
  for (const end of ["", "-wal", "-shm"]) rmSync(to + end, { force: true })
  const sealed = await Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(SqliteStore.make(from, { access: "readonly" }), (store) =>
        Stream.runCollect(store.read("main", 0)),
      ),
    ),
  )
  const bodies = sealed.map(({ body }) => Buffer.from(body))
  const table = BareTable.open(to)
  const start = performance.now()
  for (let first = 0; first < bodies.length; first += 1_000)
    table.insert(bodies.slice(first, first + 1_000), first)
  console.log(performance.now() - start)
}

if (job === "parse") await read()
else await insert()
