/** Pictures and printed sheets of every view, for the documents. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as Screen from "./Screen.ts"
import * as States from "./States.ts"

/** The widths of the pictures, in px: desktop, tablet and phone, each with its height. */
const sizes = [
  [1440, 900],
  [820, 1180],
  [390, 844],
] as const

/** Writes `VIEW-WIDTH.jpg` and `VIEW.pdf` of each view to a folder. Returns the number of files. */
export const write = async (html: string, folder: string): Promise<number> => {
  mkdirSync(folder, { recursive: true })
  const screen = await Screen.open()
  await screen.load(html)
  for (const [name, hash] of States.views) {
    for (const [width, height] of sizes) {
      await screen.page.setViewportSize({ width, height })
      // Every picture is that of a link that is opened: the page scrolls to the cell that it names.
      await screen.show("view=integrity&lang=nl")
      await screen.show(`${hash}&lang=nl`)
      await screen.page.screenshot({ path: join(folder, `${name}-${width}.jpg`), type: "jpeg", quality: 33 })
    }
    await screen.page.setViewportSize({ width: 1440, height: 900 })
    await screen.show(`${hash}&lang=nl`)
    writeFileSync(join(folder, `${name}.pdf`), await screen.page.pdf({ preferCSSPageSize: true }))
  }
  await screen.close()
  return States.views.length * (sizes.length + 1)
}
