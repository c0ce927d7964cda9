/** Dutch words that several kinds of file use, and their meanings. */
import type { BudgetEvent } from "@grootboek/core"

export const yesNo: ReadonlyMap<string, boolean> = new Map([
  ["ja", true],
  ["nee", false],
])

/** Reasons of a change (reden). */
export const reasons: ReadonlyMap<string, BudgetEvent.ReasonClass> = new Map([
  ["resultaat", "result"],
  ["indexering", "index"],
  ["timing", "timing"],
  ["verschuiving", "transfer"],
  ["subsidie", "subsidy"],
  ["correctie", "correction"],
])

export const reasonWord = (reason: BudgetEvent.ReasonClass): string =>
  [...reasons].find(([, known]) => known === reason)?.[0] ?? ""
