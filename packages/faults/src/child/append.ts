/**
 * Appends batches of a given size to a ledger, until it is killed or has appended a given number of them, and prints each
 * batch when it is acknowledged: `append FILE-OR-URL NAME SIZE [BATCHES]`.
 */
import { writeSync } from "node:fs"
import { PostgresStore } from "@grootboek/store-postgres"
import { SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import { insist, ledger, proposals } from "../Sample.ts"

const [place = "", name = "", size = "1", limit = "Infinity"] = process.argv.slice(2)
const open = place.startsWith("postgres://")
  ? PostgresStore.make(place, { connections: 1 })
  : SqliteStore.make(place, { busyTimeoutMs: 120_000 })

const work = Effect.scoped(
  Effect.gen(function* () {
    const store = yield* open
    for (let batch = 0; batch < Number(limit); batch++) {
      yield* insist(store, ledger, proposals(name, batch * Number(size), Number(size)))
      // Written without a buffer: every printed batch was acknowledged.
      writeSync(1, `${batch}\n`)
    }
  }),
)
Effect.runPromise(work).then(
  () => process.exit(0),
  (cause) => {
    writeSync(2, `${JSON.stringify(cause)}\n`)
    process.exit(3)
  },
)
