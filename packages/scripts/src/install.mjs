/** Runs in an empty project what a new user would: the guide's examples, `require`, and the program. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { blocksOf, valuesShown } from "./blocks.mjs"
import { announce, root } from "./command.mjs"

/** @param {import("./emptyProject.mjs").EmptyProject} project */
export const tryExamples = ({ write, must }) => {
  announce("the tarballs in an empty project")
  for (const [index, { code, shown }] of blocksOf("docs/embedding.md").entries()) {
    const types = / as (const|Readonly<Record<string, number>>)/g
    write(`example${index}.mjs`, code.replace(types, ""))
    const printed = must("node", `example${index}.mjs`).trim().split("\n")
    if (printed.join("\n") !== shown.join("\n"))
      throw new Error(
        `example ${index} of docs/embedding.md prints ${printed.join(" ")}, not ${shown.join(" ")}`,
      )
  }
  const tool = join(root, "examples", "municipal-tool")
  for (const file of ["tool.mjs", "lines.csv"]) write(file, readFileSync(join(tool, file), "utf8"))
  const shown = valuesShown(readFileSync(join(tool, "tool.mjs"), "utf8"))
  const printed = must("node", "tool.mjs").trim()
  if (printed !== shown.join("\n")) throw new Error(`the municipal tool prints ${printed}`)
  write("required.cjs", 'if (!require("grootboek").open) process.exit(1)\n')
  must("node", "required.cjs")
  must("npx", "--no-install", "grootboek", "statement", "M2", "--ledger", "plan.db")
  console.log("installed, and its examples run")
}
