/** Writes docs/error-gallery.md from the examples of each package, each between its marks. */
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as checkpoint from "../../cli/test/checkpointGallery.ts"
import * as lake from "../../cli/test/lakeGallery.ts"
import * as move from "../../cli/test/moveGallery.ts"
import * as csv from "../../csv/test/gallery.ts"
import * as core from "../../report/test/gallery.ts"
import * as xlsx from "../../xlsx/test/gallery.ts"

const file = fileURLToPath(new URL("../../../docs/error-gallery.md", import.meta.url))

let text = readFileSync(file, "utf8")
for (const { marks, markdown } of [core, checkpoint, lake, move, csv, xlsx]) {
  const [begin, end] = [text.indexOf(marks.begin), text.indexOf(marks.end)]
  if (begin < 0 || end < 0) throw new Error(`docs/error-gallery.md lacks ${marks.begin} … ${marks.end}`)
  text = `${text.slice(0, begin)}${marks.begin}\n\n${markdown()}\n${text.slice(end)}`
}
writeFileSync(file, text)
console.log(`${text.split("\n| `").length - 1} errors in docs/error-gallery.md`)
