/** The size of core for a browser, with what it uses of effect and decimal.js. */
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import * as Table from "./Table.ts"

const core = fileURLToPath(new URL("../../core/src/index.ts", import.meta.url))

export const lines = async (): Promise<ReadonlyArray<Table.Result>> => {
  const whole = await sizeOf(`export * from ${JSON.stringify(core)}`)
  const read = await sizeOf(
    `export { Ledger, Explain, Diff, Statement, Journal } from ${JSON.stringify(core)}`,
  )
  const size = "core, minified + gzip"
  return [
    Table.amount({ job: "bundle for the browser: everything", size }, whole, "kB", 60),
    Table.amount({ job: "bundle for the browser: replay, statements, explain, diff", size }, read, "kB", 60),
  ]
}

const sizeOf = async (contents: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL("..", import.meta.url)), loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    legalComments: "none",
    logLevel: "error",
  })
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(0), { level: 9 }).length / 1_000
}
