/**
 * Opens ledgers that may be damaged in a process of its own, which they may abort: for each path on its input it prints one line,
 * `HEAD-HASH ENTRIES FINDINGS` or `refused REASON`.
 */
import { createInterface } from "node:readline"
import { Verify } from "@grootboek/core"
import { SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { ledger, sha256 } from "../Sample.ts"

const inspect = (path: string) =>
  Effect.scoped(
    Effect.gen(function* () {
      const store = yield* SqliteStore.make(path, { access: "existing", busyTimeoutMs: 100 })
      const report = yield* Verify.ledger(store, ledger, sha256)
      const ledgers = yield* store.ledgers
      const otherLedgers = ledgers.filter((name) => name !== ledger).length
      return `${report.head.hash} ${report.entries} ${report.findings.length + otherLedgers}`
    }),
  )

// Sequentially: the next path is read after the line of the previous one is written.
const lines = createInterface({ input: process.stdin })
const main = async () => {
  for await (const path of lines) {
    const line = await Effect.runPromise(Effect.result(inspect(path))).then(
      (outcome) => (Result.isSuccess(outcome) ? outcome.success : refused(outcome.failure)),
      refused,
    )
    process.stdout.write(`${line}\n`)
  }
}

const refused = (cause: unknown): string =>
  `refused ${(cause instanceof Error ? cause.message : JSON.stringify(cause)).replaceAll("\n", " ")}`

void main()
