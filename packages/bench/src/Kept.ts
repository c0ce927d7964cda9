/** The results in docs/performance.md: each part between its marks, with the machine it ran on. */

import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { cpus, loadavg, totalmem } from "node:os"
import * as Table from "./Table.ts"

const file = new URL("../../../docs/performance.md", import.meta.url)

/** Replaces the results of the parts that ran. */
export const put = (measured: ReadonlyMap<string, ReadonlyArray<Table.Result>>): void => {
  let text = readFileSync(file, "utf8")
  for (const [part, lines] of measured) {
    const [begin, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`]
    const [from, to] = [text.indexOf(begin), text.indexOf(end)]
    if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${part}`)
    text = `${text.slice(0, from + begin.length)}\n${machine()}\n\n${Table.of(part, lines)}\n${text.slice(to)}`
  }
  writeFileSync(file, text)
}

const machine = (): string => {
  const [cpu] = cpus()
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const busy = loadavg()[1]?.toFixed(1)
  const day = new Date().toISOString().slice(0, 10)
  return `*${day}: ${cpus().length} × ${cpu?.model.trim()}, ${gigabytes} GB, Node ${process.versions.node}, ${peers()}; load ${busy}.*`
}

const peers = (): string =>
  ["ledger", "hledger", "bean-query", "sqlite3"]
    .map((command) => {
      const { stdout } = spawnSync(command, ["--version"], { encoding: "utf8" })
      return `${command} ${/\d+\.\d+(\.\d+)?/.exec(stdout ?? "")?.[0] ?? "absent"}`
    })
    .join(", ")
