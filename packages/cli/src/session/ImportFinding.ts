/** Faults, refusals and conflicts of an import as findings with their file and line. */
import type { BudgetEvent, Decision, Intake } from "@grootboek/core"
import { Fault } from "@grootboek/csv"
import { type FileFinding, RefusalText } from "@grootboek/report"
import * as DifferenceText from "../words/DifferenceText.ts"
import * as ImportMessage from "../words/ImportMessage.ts"
import type { Language } from "../words/Language.ts"

export const ofFault = (fault: Fault.Fault, language: Language): FileFinding.FileFinding => ({
  file: fault.file,
  line: fault.line,
  column: fault.column ?? null,
  code: fault._tag,
  message: Fault.message(fault, language, "command"),
  ...(fault._tag === "UnterminatedQuote" && fault.lines > 1 ? { lines: fault.lines } : {}),
})

export const ofRefusal = (
  { request, refusal }: Intake.RefusedRequest,
  language: Language,
): FileFinding.FileFinding => ({
  ...located(request, {
    line: refusal.sourceLine,
    code: refusal._tag,
    message: RefusalText.message(refusal, language, "command"),
  }),
  ...(refusal._tag === "ClosedYearDiffers"
    ? {
        closed: {
          place: refusal.place,
          year: refusal.year,
          old: refusal.recorded,
          new: refusal.listed,
        },
      }
    : {}),
})

/** Returns the finding of a request whose id is in the journal with other content. */
export const ofConflict = (
  request: Decision.Request,
  recorded: BudgetEvent.BudgetEvent | undefined,
  language: Language,
): FileFinding.FileFinding =>
  located(request, {
    line: undefined,
    code: "IdConflict",
    message: ImportMessage.conflict(
      recorded?._tag,
      request.id,
      recorded === undefined || request.event === undefined
        ? undefined
        : DifferenceText.between(recorded, request.event),
    )[language],
  })

// The message names its file and line too, because it is also read without its finding.
const located = (
  request: Decision.Request | undefined,
  found: { readonly line: number | undefined; readonly code: string; readonly message: string },
): FileFinding.FileFinding => {
  const { code, message } = found
  const source = request?.source
  if (source === undefined) return { file: null, line: null, column: null, code, message }
  const line = found.line ?? source.line ?? 1
  return { file: source.name, line, column: null, code, message: `${source.name}:${line}: ${message}` }
}
