/** Core uses no module of Node: bundled for a browser, it runs in a context without `process` and `require`. */
import { fileURLToPath } from "node:url"
import { createContext, runInContext } from "node:vm"
import { build } from "esbuild"
import { expect, test } from "vitest"

test("core: runs a ledger in a context without the modules of Node", async () => {
  const bundled = await build({
    entryPoints: [fileURLToPath(new URL("../src/index.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "core",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
  })
  const [{ text = "" } = {}] = bundled.outputFiles
  // The globals of a browser that a new context does not have.
  const context = createContext({ TextEncoder, TextDecoder, URL, setTimeout, clearTimeout, queueMicrotask })
  runInContext(text, context)
  const printed: unknown = runInContext(
    `{
      const ledger = core.Ledger.empty()
      core.Ledger.append(ledger, { time: "", event: {
        _tag: "PlanAdopted", entity: { name: "B", type: "gemeente" }, plan: "2026/0", edition: "bbc-3.0",
        years: { first: 2026, last: 2026 }, creditYears: [] } })
      core.Ledger.append(ledger, { time: "", event: {
        _tag: "StructureDeclared", declarations: {
          accounts: [{ section: "operating", direction: "O", row: "II.A.5", prefixes: ["745"] }] } } })
      core.Ledger.append(ledger, { time: "", event: {
        _tag: "EstimatePosted", line: { direction: "O", account: "745", policyItem: "1" }, amounts: { 2026: "2.50" } } })
      const { success } = core.Ledger.statement(ledger, "M2")
      success.rows.map((row) => core.Statement.figure(success, row.cells[0].printed)).slice(0, 2).join(" ")
    }`,
    context,
  )
  expect(printed).toBe("3 3")
})
