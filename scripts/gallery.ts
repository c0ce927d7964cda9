/** Writes core's part of docs/error-gallery.md from its exhibits; other parts of the file stay as they are. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { chapters, markdown, marks } from "../packages/report/test/gallery.ts"

const file = fileURLToPath(new URL("../docs/error-gallery.md", import.meta.url))

const opening = `# Error gallery

Every error has a name, an input that causes it, and a message that says what to do. Names are stable: programs may rely on
them, in the \`code\` of a finding. Messages may change.

## The ledger

Said by \`@grootboek/report\`, in both languages; the compiler finds a name without words. Rows are made by
\`npm run gallery\` and a test holds them against the code.
`

const text = existsSync(file) ? readFileSync(file, "utf8") : ""
const whole = text === "" ? `${opening}\n${marks.begin}\n${marks.end}\n` : text
const [begin, end] = [whole.indexOf(marks.begin), whole.indexOf(marks.end)]
const before =
  begin < 0 ? `${whole.trimEnd()}\n\n${opening.slice(opening.indexOf("## "))}\n` : whole.slice(0, begin)
const after = end < 0 ? "\n" : whole.slice(end + marks.end.length)
writeFileSync(file, `${before}${marks.begin}\n\n${markdown()}\n${marks.end}${after}`)
console.log(`${chapters.reduce((sum, { rows }) => sum + rows.length, 0)} errors in docs/error-gallery.md`)
