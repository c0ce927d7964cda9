/** The heads of the columns that name a row of a form. */
import type { Say } from "./Bilingual.ts"
import { words } from "./Words.ts"

/** The heads in a CSV, which `reconcile` reads. */
export const keys = ["section", "code", "label"] as const

export const of = (say: Say): ReadonlyArray<string> =>
  [words.statement.section, words.statement.code, words.statement.label].map(say)
