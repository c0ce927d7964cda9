/** Installs the tarballs in an empty project, and runs what a stranger would: the quick start, `require`, and the program. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { announce, root } from "./command.mjs"
import { folder as tarballs } from "./pack.mjs"

/** The packages that a stranger installs; the others are optional. */
const needed = ["grootboek-0", "core-", "cells-", "csv-", "xlsx-", "report-", "store-sqlite-"]

/** Returns the TypeScript examples of the guide, in order. */
export const examples = () =>
  [...readFileSync(join(root, "docs", "embedding.md"), "utf8").matchAll(/```ts\n([\s\S]*?)```/g)].map(
    ([, code = ""]) => code,
  )

export const tryInstall = () => {
  announce("the tarballs in an empty project")
  const project = mkdtempSync(join(tmpdir(), "grootboek-empty-"))
  /**
   * @param {string} command
   * @param {readonly string[]} args
   */
  const must = (command, ...args) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: "utf8" })
    if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${stdout}${stderr}`)
    return stdout
  }
  try {
    writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n')
    const files = readdirSync(tarballs).filter((file) =>
      needed.some((part) => file.startsWith(part) || file.startsWith(`grootboek-${part}`)),
    )
    must("npm", "install", "--no-audit", "--no-fund", ...files.map((file) => join(tarballs, file)))
    for (const [index, code] of examples().entries()) {
      const types = / as (const|Readonly<Record<string, number>>)/g
      writeFileSync(join(project, `example${index}.mjs`), code.replace(types, ""))
      const shown = [...code.matchAll(/\/\/ => (.*)/g)].map(([, text = ""]) => text)
      const printed = must("node", `example${index}.mjs`).trim().split("\n")
      if (printed.join("\n") !== shown.join("\n"))
        throw new Error(
          `example ${index} of docs/embedding.md prints ${printed.join(" ")}, not ${shown.join(" ")}`,
        )
    }
    writeFileSync(join(project, "required.cjs"), 'if (!require("grootboek").open) process.exit(1)\n')
    must("node", "required.cjs")
    must("npx", "--no-install", "grootboek", "statement", "M2", "--ledger", "plan.db")
    console.log("installed, and its examples run")
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}
