/** Finds passages in the published text of the plan, from which names of persons were removed. */
import { readFileSync } from "node:fs"

const name = "plan-text.txt"
const lines = readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8").split("\n")

/** Returns a passage with its line, `plan-text.txt:1329: “…”`; throws when the plan does not contain it. */
export const cite = (passage: string): string => {
  const line = lines.findIndex((text) => text.includes(passage))
  if (line < 0) throw new Error(`not in the text of the plan: ${passage}`)
  return `${name}:${line + 1}: “${passage}”`
}
