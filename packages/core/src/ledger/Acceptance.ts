/**
 * The acceptance of a decided event: it is appended to a ledger, or refused when the journal cannot contain it.
 */
import * as Result from "effect/Result"
import * as PreparedEvent from "../codec/PreparedEvent.ts"
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import * as ImpossibleDay from "../event/ImpossibleDay.ts"
import * as Journal from "../journal/Journal.ts"
import { format } from "../value/BudgetLine.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Ledger from "./Ledger.ts"

/**
 * Appends an event, and returns it as appended, or with the refusal of the journal. A field that is undefined counts as absent,
 * as in a program without exact optional properties.
 */
export const append = (
  working: Ledger.Ledger,
  event: BudgetEvent,
): { readonly event: BudgetEvent; readonly refusal: Refusal | undefined } => {
  const refusal = accept(working, event)
  if (refusal?._tag !== "MalformedValue") return { event, refusal }
  const stated = Result.try((): BudgetEvent => JSON.parse(JSON.stringify(event)))
  if (Result.isFailure(stated) || accept(working, stated.success) !== undefined) return { event, refusal }
  return { event: stated.success, refusal: undefined }
}

/** Appends an event to the working ledger, or returns why the journal cannot contain it. */
const accept = (working: Ledger.Ledger, event: BudgetEvent): Refusal | undefined => {
  const prepared = Journal.prepare(event)
  if (Result.isFailure(prepared)) {
    const fault = prepared.failure
    if (fault._tag === "UnknownEvent")
      return {
        _tag: "MalformedValue",
        field: "_tag",
        problem: fault.kind,
        reason: { kind: "event", values: [fault.kind] },
      }
    const { field, problem, reason } = fault
    return { _tag: "MalformedValue", field, problem, reason }
  }
  // The most frequent event has no day.
  const [impossible] = event._tag === "EstimatePosted" ? [] : ImpossibleDay.list(event)
  if (impossible !== undefined) {
    const { field, day } = impossible
    return {
      _tag: "MalformedValue",
      field,
      problem: `the calendar has no day ${day}`,
      reason: { kind: "noSuchDay", values: [day] },
    }
  }
  const changes = PreparedEvent.of(event)?.changes
  if (changes !== undefined && working.columns.post(changes) === undefined) {
    working.traces.append({ kind: event._tag, time: "", source: undefined, event: undefined })
    return undefined
  }
  const folded = Ledger.append(working, { event, time: "" })
  if (Result.isSuccess(folded)) return undefined
  return { _tag: "AmountOverflow", place: format(folded.failure.place), year: folded.failure.year }
}
