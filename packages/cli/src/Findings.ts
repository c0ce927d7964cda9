/** What was found wrong with files and rows, as findings that name their line. */
import type { BudgetEvent, Intake, Wish } from "@grootboek/core"
import { Fault } from "@grootboek/csv"
import { type Finding as FindingOf, RefusalText } from "@grootboek/report"
import type { Language } from "./Language.ts"

type Finding = FindingOf.Finding

/** A fault of a file. */
export const ofFault = (fault: Fault.Fault, language: Language): Finding => ({
  file: fault.file,
  line: fault.line,
  column: fault.column ?? null,
  code: fault._tag,
  message: Fault.message(fault, language),
})

/** A refused wish. */
export const ofRefusal = ({ wish, refusal }: Intake.Refused, language: Language): Finding => ({
  ...placeOf(wish, refusal.sourceLine),
  code: refusal._tag,
  message: placed(wish, refusal.sourceLine, RefusalText.message(refusal, language)),
})

/** A wish whose id is in the journal with other content. */
export const ofConflict = (
  wish: Wish.Wish,
  recorded: BudgetEvent.BudgetEvent | undefined,
  language: Language,
): Finding => ({
  ...placeOf(wish, undefined),
  code: "IdConflict",
  message: placed(
    wish,
    undefined,
    language === "nl"
      ? `staat al in het journaal met andere inhoud (${recorded?._tag ?? "?"}, id ${wish.id}); er wordt niets overschreven: boek het verschil, of geef een aanpassing een ander label`
      : `is in the journal already with other content (${recorded?._tag ?? "?"}, id ${wish.id}); nothing is overwritten: post the difference, or give an adjustment another label`,
  ),
})

const placeOf = (
  wish: Wish.Wish | undefined,
  line: number | undefined,
): Pick<Finding, "file" | "line" | "column"> => ({
  file: wish?.source?.name ?? null,
  line: wish?.source === undefined ? null : (line ?? wish.source.line ?? 1),
  column: null,
})

// A message about a row says which row, also where it is read on its own.
const placed = (wish: Wish.Wish | undefined, line: number | undefined, message: string): string =>
  wish?.source === undefined ? message : `${wish.source.name}:${line ?? wish.source.line ?? 1}: ${message}`
