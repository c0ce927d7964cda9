/**
 * The requests of an import decided one after another: proposals, or findings. Rows that depend on all other rows are
 * decided at the end.
 */
import { type BudgetEvent, Decision, Intake, type Journal, Ledger, type Remark } from "@grootboek/core"
import { EarlierImports, Replacement } from "@grootboek/core/ledger"
import * as Effect from "effect/Effect"
import * as InputFile from "../output/InputFile.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as ImportMessage from "../words/ImportMessage.ts"
import type { FindingLog } from "./FindingLog.ts"
import * as ImportFinding from "./ImportFinding.ts"
import * as ImportNotes from "./ImportNotes.ts"
import type { ImportRequest } from "./ImportRequest.ts"
import * as RecordedEvents from "./RecordedEvents.ts"
import type { RowCount } from "./RowCount.ts"
import * as SameBookings from "./SameBookings.ts"
import type { Session } from "./Session.ts"

/** Decisions under way. Proposals are empty once there is a finding: an import with findings appends nothing. */
export interface ImportDecisions {
  readonly take: (
    requests: ReadonlyArray<Decision.Request>,
  ) => Effect.Effect<ReadonlyArray<Journal.Proposal>, CommandFailure>
  /** Decides the rows that wait, and what follows from all rows. Must be run after the last request. */
  readonly end: Effect.Effect<ReadonlyArray<Journal.Proposal>, CommandFailure>
  /** Returns the notes about what was decided. */
  readonly notes: () => ReturnType<typeof ImportNotes.of>
}

/** Where the fate of each row and each finding is kept. */
export interface DecisionSinks {
  readonly rows: RowCount
  readonly findings: FindingLog
}

export const begin = (
  session: Session,
  request: ImportRequest,
  { rows, findings }: DecisionSinks,
): ImportDecisions => {
  const { inputs, language, onRecorded } = request
  const { actor, isStrict = false, isAgain = false } = request
  const intake = Intake.begin(session.ledger, { actor, sha256: InputFile.sha256, isStrict, isAgain })
  const findRecorded = RecordedEvents.of(session, request)
  // An id repeats only across files: within one file, it includes the occurrence of the row.
  const isRepeatable = inputs.length > 1
  const taken = new Map<string, BudgetEvent.BudgetEvent>()
  const earlier = earlierOf(session, request)
  const same = SameBookings.begin(session, language)
  // Rows on an amount that no row repeats so far: decided at the end, when every repeated row is known.
  const waiting: Array<Decision.Request> = []
  // Rows of an opening that replaces the recorded one, by id.
  const openings = new Map<string, Replacement.OpeningRow>()
  let rewritten = 0
  let replaced: ImportMessage.ReplacedRows | undefined
  const notes: Array<string> = []
  const remarks: Array<Remark.Remark> = []
  const start = Ledger.position(session.ledger)

  const report = (outcome: Intake.IntakeResult, before: BudgetEvent.BudgetEvent | undefined) => {
    for (const refused of outcome.refused) findings.add(ImportFinding.ofRefusal(refused, language))
    for (const one of outcome.conflicting) findings.add(ImportFinding.ofConflict(one, before, language))
  }
  const take = Effect.fnUntraced(function* (
    requests: ReadonlyArray<Decision.Request>,
  ): Effect.fn.Return<ReadonlyArray<Journal.Proposal>, CommandFailure> {
    const recorded = yield* findRecorded(requests)
    const proposals: Array<Journal.Proposal> = []
    for (const one of requests) {
      const known = Decision.known(one, recorded)
      if (onRecorded === "replace" && one.event !== undefined && !openings.has(one.id)) {
        const { event } = one
        openings.set(one.id, { request: { ...one, event }, recorded: known?.position })
        rows.wait()
        continue
      }
      const before = known?.event ?? taken.get(one.id) ?? openings.get(one.id)?.request.event
      if (known !== undefined) earlier?.repeat(known.position)
      if (before === undefined && one.event !== undefined && earlier?.under(one.event) !== undefined) {
        waiting.push(one)
        rows.wait()
        continue
      }
      if (before === undefined) same.add(one)
      const outcome = intake.take(one, before)
      const [first] = outcome.proposals
      if (first !== undefined && isRepeatable) taken.set(one.id, first.event)
      rows.request(outcome)
      report(outcome, before)
      for (const { source } of outcome.replaced)
        replaced = {
          first: replaced?.first ?? source,
          others: replaced === undefined ? 0 : replaced.others + 1,
        }
      proposals.push(...outcome.proposals)
    }
    return findings.count() === 0 ? proposals : []
  })
  const takeOpenings = (): ReadonlyArray<Journal.Proposal> => {
    const { outcomes, replaced } = Replacement.take(session.ledger, intake, [...openings.values()])
    for (const { isReversal, outcome } of outcomes) {
      if (!isReversal) rows.settle(outcome)
      report(outcome, undefined)
    }
    notes.push(...replaced.map((one) => ImportMessage.replaced(one)[language]))
    return outcomes.flatMap(({ outcome }) => outcome.proposals)
  }
  const takeWaiting = (): ReadonlyArray<Journal.Proposal> => {
    if (earlier === undefined) return []
    const others = waiting.filter((one) => {
      const isRewritten = one.event !== undefined && earlier.rewritten(one.event) !== undefined
      if (isRewritten) {
        rewritten++
        rows.settle({ ...Intake.join([]), known: [one] })
      }
      return !isRewritten
    })
    return others.flatMap((one) => {
      const refusal = one.event === undefined ? undefined : earlier.under(one.event)
      const before = taken.get(one.id)
      const outcome: Intake.IntakeResult =
        refusal === undefined || before !== undefined
          ? intake.take(one, before)
          : { ...Intake.join([]), refused: [{ request: one, refusal }] }
      const [first] = outcome.proposals
      if (first !== undefined && isRepeatable) taken.set(one.id, first.event)
      rows.settle(outcome)
      report(outcome, before)
      return outcome.proposals
    })
  }
  const end = Effect.suspend((): Effect.Effect<ReadonlyArray<Journal.Proposal>, CommandFailure> => {
    const late = onRecorded === "replace" ? takeOpenings() : takeWaiting()
    if (findings.count() > 0) return Effect.succeed([])
    const followed = intake.end()
    report(followed, undefined)
    for (const remark of ImportNotes.since(session, start)) remarks.push(remark)
    if (findings.count() > 0) return Effect.succeed([])
    return Effect.map(same.notes, (found) => {
      notes.push(...found)
      return [...late, ...followed.proposals]
    })
  })
  return {
    take,
    end,
    notes: () =>
      ImportNotes.of(
        [
          ...notes,
          ...(rewritten === 0 ? [] : [ImportMessage.rewritten(rewritten)[language]]),
          ...(replaced === undefined ? [] : [ImportMessage.replacedLater(replaced)[language]]),
        ],
        remarks,
        language,
      ),
  }
}

/** Returns the earlier imports that rows may not be added to: of lines and openings, unless additions are allowed. */
const earlierOf = (
  { ledger }: Session,
  { kind, onRecorded }: ImportRequest,
): EarlierImports.EarlierImports | undefined =>
  onRecorded !== undefined || (kind !== "lines" && kind !== "opening") || ledger.columns.postings === 0
    ? undefined
    : EarlierImports.begin(ledger)
