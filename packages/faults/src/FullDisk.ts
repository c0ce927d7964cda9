/** The disk is full at every kilobyte. A limit on file size simulates it for libsql and its write-ahead log. */
import { spawn } from "node:child_process"
import { join } from "node:path"
import { SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import * as Batches from "./Batches.ts"
import { inPairs, type Measure } from "./Campaign.ts"
import * as Child from "./Child.ts"

/** Appends under a growing limit on file size, and inspects each ledger. */
export const each = async (folder: string): Promise<Measure> => {
  const program = await Child.program("append")
  const limits = Array.from({ length: 100 }, (_, i) => 1 + i * 2)
  const sum = { full: 0, acknowledged: 0, lost: 0, halves: 0, findings: 0 }
  await inPairs(
    limits.map((kilobytes) => async () => {
      const path = join(folder, `${kilobytes}.db`)
      const printed = await limited(program, kilobytes, path)
      const seen = await Effect.runPromise(
        Effect.scoped(
          Effect.flatMap(SqliteStore.make(path), (store) => Batches.inspect(store, "full", printed.batches)),
        ),
      )
      sum.full += printed.code === 0 ? 0 : 1
      sum.acknowledged += printed.batches.length
      sum.lost += seen.lost
      sum.halves += seen.half
      sum.findings += seen.findings
    }),
  )
  const { full, acknowledged, lost, halves, findings } = sum
  return {
    figure: `${limits.length} limits, full at ${full}, ${acknowledged} batches acknowledged, lost ${lost}, half-visible ${halves}, findings ${findings}`,
    holds: full > limits.length / 2 && lost + halves + findings === 0,
  }
}

/** Runs the appending program with a limit on the size of its files. */
const limited = ({ file }: Child.Program, kilobytes: number, path: string) =>
  new Promise<{ readonly code: number; readonly batches: ReadonlyArray<number> }>((resolve) => {
    const script = 'ulimit -f "$1"; shift; exec "$@"'
    const child = spawn(
      "bash",
      [
        "-c",
        script,
        "limit",
        String(kilobytes),
        process.execPath,
        file,
        path,
        "full",
        String(Batches.size),
        "30",
      ],
      {
        stdio: ["ignore", "pipe", "ignore"],
      },
    )
    let text = ""
    child.stdout.on("data", (chunk) => {
      text += chunk
    })
    child.once("close", (code) =>
      resolve({
        code: code ?? 1,
        batches: text
          .split("\n")
          .filter((line) => line !== "")
          .map(Number),
      }),
    )
  })
