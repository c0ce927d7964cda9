/** Every view of the audit page in a real browser: the rules of axe in all its states, or pictures and printed sheets. */
import { AuditPage } from "@grootboek/audit-page"
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import * as W13 from "../W13.ts"
import * as Pictures from "./Pictures.ts"
import * as Rules from "./Rules.ts"
import * as States from "./States.ts"

const usage = `usage: npm run screens -- [--short | --widths LIST | --pictures DIR]

Without --pictures: the rules of axe in both themes and languages, at four widths, damaged and filtered.

  --short         two widths instead of four
  --widths LIST   these widths, such as 820,1024
  --pictures DIR  writes pictures of every view at three widths, and printed sheets, to this folder`

const values = ProgramOptions.read(usage, {
  short: { type: "boolean", default: false },
  widths: { type: "string" },
  pictures: { type: "string" },
})
if (values.pictures !== undefined) {
  const html = AuditPage.render({
    journal: W13.measured(),
    made: "2027-05-03T08:00:00.000Z",
    maker: "grootboek",
  })
  console.log(`${await Pictures.write(html, values.pictures)} files in ${values.pictures}`)
} else {
  const asked = values.widths?.split(",").map(Number)
  const { passed, failed } = await Rules.run(asked ?? (values.short ? [1440, 390] : States.widths))
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
