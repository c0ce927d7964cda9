/** Notes about what an import recorded: estimates below zero, adjustments out of order, and bookings past their estimate. */
import type { Remark } from "@grootboek/core"
import { PlanRemarks, RealisationRemarks } from "@grootboek/core/ledger"
import { RemarkText } from "@grootboek/report"
import type { Language } from "../words/Language.ts"
import type { Session } from "./Session.ts"

/** Returns the remarks about the entries after a position of the session's ledger. */
export const since = ({ ledger }: Session, after: number): ReadonlyArray<Remark.Remark> => [
  ...PlanRemarks.of(ledger, after),
  ...RealisationRemarks.of(ledger, after),
]

/** Returns all notes, and the notes with one per cause of a remark. */
export const of = (
  notes: ReadonlyArray<string>,
  remarks: ReadonlyArray<Remark.Remark>,
  language: Language,
): { readonly notes: ReadonlyArray<string>; readonly notesPerCause: ReadonlyArray<string> } => ({
  notes: [...notes, ...remarks.map((remark) => RemarkText.message(remark, language))],
  notesPerCause: [...notes, ...RemarkText.perCause(remarks, language)],
})
