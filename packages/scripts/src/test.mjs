/**
 * Runs every check, also on a machine without an installation: install, types, lint, tests. Tests read the sources, so nothing
 * is built. The last line has the numbers of passed and failed tests.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { lint, types } from "./check.mjs"
import { announce, status } from "./command.mjs"
import { setup } from "./setup.mjs"

/**
 * Returns the counts of a run. A test file that does not load has no tests and counts as one failure.
 *
 * @param {string} file vitest's JSON report
 */
const count = (file) => {
  const report = JSON.parse(readFileSync(file, "utf8"))
  /** @type {readonly { readonly status: string, readonly assertionResults: readonly unknown[] }[]} */
  const files = report.testResults
  const unread = files.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unread.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

setup()
types()
lint()

announce("tests; the long ones run in npm run isolated")
const folder = mkdtempSync(join(tmpdir(), "grootboek-test-"))
const report = join(folder, "report.json")
const code = status("vitest", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])
const { passed, failed, skipped } = count(report)
rmSync(folder, { recursive: true })
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`)
process.exit(failed > 0 ? 1 : code)
