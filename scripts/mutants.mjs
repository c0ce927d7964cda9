/** Breaks core on purpose, a little at a time, and counts the breaks that some test notices. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { announce, root, run } from "./command.mjs"
import { setup } from "./setup.mjs"

setup()
announce("mutants of core; the report goes to reports/mutants.json")
run("stryker", ["run", "stryker.config.json", ...process.argv.slice(2)])

/** @type {{ readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>> }} */
const report = JSON.parse(readFileSync(join(root, "reports", "mutants.json"), "utf8"))
const fates = Object.values(report.files).flatMap((file) => file.mutants.map((mutant) => mutant.status))
/** @param {readonly string[]} kinds */
const count = (...kinds) => fates.filter((fate) => kinds.includes(fate)).length

// A mutant that never ends is noticed as well; one that no test reaches is not.
console.log(`\n${count("Killed", "Timeout")} passed, ${count("Survived", "NoCoverage")} failed`)
