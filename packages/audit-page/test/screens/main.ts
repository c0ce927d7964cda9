/**
 * Every view of the audit page in a real browser:
 *
 *     npm run screens                              the rules of axe: both themes and languages, four widths, damaged, filtered
 *     npm run screens -- --short                   two widths
 *     npm run screens -- --pictures docs/screens   pictures at three widths, and printed sheets
 */
import { parseArgs } from "node:util"
import { AuditPage } from "@grootboek/audit-page"
import * as W13 from "../W13.ts"
import * as Pictures from "./Pictures.ts"
import * as Rules from "./Rules.ts"
import * as States from "./States.ts"

const { values } = parseArgs({
  options: { short: { type: "boolean", default: false }, pictures: { type: "string" } },
})
if (values.pictures !== undefined) {
  const html = AuditPage.render({
    journal: W13.measured(),
    made: "2026-12-11T08:00:00.000Z",
    maker: "grootboek",
  })
  console.log(`${await Pictures.write(html, values.pictures)} files in ${values.pictures}`)
} else {
  const { passed, failed } = await Rules.run(values.short ? [1440, 390] : States.widths)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
