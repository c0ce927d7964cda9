/** Finds passages in the published text of the plan, from which names of persons were removed. */
import { readFileSync } from "node:fs"

const name = "plan-text.txt"
const lines = readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8").split("\n")

/** A passage with its place, `plan-text.txt:1329: “…”`. A passage that the plan does not hold is a mistake of ours. */
export const cite = (passage: string): string => {
  const line = lines.findIndex((text) => text.includes(passage))
  if (line < 0) throw new Error(`the plan does not say: ${passage}`)
  return `${name}:${line + 1}: “${passage}”`
}
