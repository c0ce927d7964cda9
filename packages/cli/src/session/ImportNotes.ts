/** Notes about what an import recorded: estimates below zero, adjustments out of order, and bookings past their estimate. */
import { PlanRemarks, RealisationRemarks } from "@grootboek/core/ledger"
import { RemarkText } from "@grootboek/report"
import * as ImportMessage from "../words/ImportMessage.ts"
import type { Language } from "../words/Language.ts"
import type { Session } from "./Session.ts"

/** Notes of one import; `verify` lists the others. */
const most = 50

/** Returns the notes about the entries after a position of the session's ledger. */
export const since = ({ ledger }: Session, after: number, language: Language): ReadonlyArray<string> => {
  const remarks = [...PlanRemarks.of(ledger, after), ...RealisationRemarks.of(ledger, after)]
  const shown = remarks.slice(0, most).map((remark) => RemarkText.message(remark, language))
  const rest = remarks.length - most
  return rest > 0 ? [...shown, ImportMessage.moreNotes(rest)[language]] : shown
}
