/** The time in which an open audit page answers: its search, and a filter that is set. Measured inside the page. */
import type { Browser } from "@grootboek/testing/Browser"

type Page = Awaited<ReturnType<Browser["context"]["newPage"]>>

/** Codes, names, a file, a line, an entry and a cell: every kind of thing that the search finds. */
const texts = ["A10101", "Doel", "62", "Beleidsitem 3", "lijnen.csv", "lijnen.csv:82", "250", "M2 I.a 2027"]

/** Terms of five kinds, alone and together, in two forms: each is computed again by core. */
const filters = [
  "only=action:A10101",
  "only=account:62",
  "only=direction:O",
  "only=file:lijnen.csv",
  "only=policyItem:0101",
  "only=action:A10102&only=account:61",
]

/** Returns the milliseconds until each answer of the search is drawn; the first opens the search and makes its index. */
export const searches = async (page: Page): Promise<ReadonlyArray<number>> => {
  const times = [await drawn(page, `document.querySelector("button.find").click()`)]
  for (const text of texts)
    times.push(
      await drawn(
        page,
        `(() => {
          const input = document.querySelector("dialog.search input")
          input.value = ${JSON.stringify(text)}
          input.dispatchEvent(new Event("input", { bubbles: true }))
        })()`,
      ),
    )
  await page.keyboard.press("Escape")
  return times
}

/** Returns the milliseconds until each filter is computed and drawn. */
export const filtered = async (page: Page): Promise<ReadonlyArray<number>> => {
  const times: Array<number> = []
  for (const form of ["M2", "T2"])
    for (const only of filters) {
      await shown(page, `view=statements&form=${form}`)
      times.push(await shown(page, `view=statements&form=${form}&${only}`))
    }
  return times
}

const shown = (page: Page, hash: string): Promise<number> =>
  drawn(
    page,
    `new Promise((done) => {
      addEventListener("hashchange", done, { once: true })
      location.hash = ${JSON.stringify(`#${hash}`)}
    })`,
  )

// A frame after the step: the browser has drawn what the step changed.
const drawn = (page: Page, step: string): Promise<number> =>
  page.evaluate(`(async () => {
    const began = performance.now()
    await ${step}
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    return performance.now() - began
  })()`)
