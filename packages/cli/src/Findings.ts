/** What was found wrong with files and rows, as findings that name their line. */
import type { BudgetEvent, Decision, Intake } from "@grootboek/core"
import { Fault } from "@grootboek/csv"
import { type FileFinding, RefusalText } from "@grootboek/report"
import type { Language } from "./Language.ts"

type Finding = FileFinding.FileFinding

/** A fault of a file. */
export const ofFault = (fault: Fault.Fault, language: Language): Finding => ({
  file: fault.file,
  line: fault.line,
  column: fault.column ?? null,
  code: fault._tag,
  message: Fault.message(fault, language),
})

/** A refused request. */
export const ofRefusal = ({ request, refusal }: Intake.Refused, language: Language): Finding => ({
  ...placeOf(request, refusal.sourceLine),
  code: refusal._tag,
  message: placed(request, refusal.sourceLine, RefusalText.message(refusal, language)),
})

/** A request whose id is in the journal with other content. */
export const ofConflict = (
  request: Decision.Request,
  recorded: BudgetEvent.BudgetEvent | undefined,
  language: Language,
): Finding => ({
  ...placeOf(request, undefined),
  code: "IdConflict",
  message: placed(
    request,
    undefined,
    language === "nl"
      ? `staat al in het journaal met andere inhoud (${recorded?._tag ?? "?"}, id ${request.id}); er wordt niets overschreven: boek het verschil, of geef een aanpassing een ander label`
      : `is in the journal already with other content (${recorded?._tag ?? "?"}, id ${request.id}); nothing is overwritten: post the difference, or give an adjustment another label`,
  ),
})

const placeOf = (
  request: Decision.Request | undefined,
  line: number | undefined,
): Pick<Finding, "file" | "line" | "column"> => ({
  file: request?.source?.name ?? null,
  line: request?.source === undefined ? null : (line ?? request.source.line ?? 1),
  column: null,
})

// A message about a row says which row, also where it is read on its own.
const placed = (request: Decision.Request | undefined, line: number | undefined, message: string): string =>
  request?.source === undefined
    ? message
    : `${request.source.name}:${line ?? request.source.line ?? 1}: ${message}`
