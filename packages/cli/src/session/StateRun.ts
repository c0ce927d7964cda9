/**
 * Imports of a whole list of budget lines: the list is compared with what people posted, and the differences are recorded
 * as estimates, or as one adjustment of the plan.
 */
import {
  type BudgetEvent,
  Decision,
  Intake,
  type Journal,
  Ledger,
  type Plan,
  type Refusal,
  type Remark,
  Revision,
  Structure,
} from "@grootboek/core"
import { Adjustments, StateRequests } from "@grootboek/csv"
import type { Imported } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as Garbage from "../output/Garbage.ts"
import { sha256 } from "../output/InputFile.ts"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import * as StateMessage from "../words/StateMessage.ts"
import * as FindingLog from "./FindingLog.ts"
import * as ImportFinding from "./ImportFinding.ts"
import * as ImportNotes from "./ImportNotes.ts"
import type { ImportRequest } from "./ImportRequest.ts"
import type { ImportRefused, ImportRun } from "./ImportRun.ts"
import * as ReasonsFile from "./ReasonsFile.ts"
import * as RecordedEvents from "./RecordedEvents.ts"
import * as RowCount from "./RowCount.ts"
import type { Session } from "./Session.ts"
import * as StateList from "./StateList.ts"

/** A list to import, and how its changes are recorded. */
export interface StateRequest extends ImportRequest {
  readonly scope: ReadonlyArray<Revision.Narrowing>
  /** The facts of the adjustment; without them the changes become estimates. */
  readonly adjustment: Omit<BudgetEvent.Of<"PlanAdjusted">, "_tag" | "changes"> | undefined
  /** The path of the file of reasons. */
  readonly reasons: string | undefined
  readonly isDry: boolean
}

/** Starts an import of a list on a session with a plan. The ledger of the session grows with it. */
export const begin = (session: Session, plan: Plan.Plan, request: StateRequest): ImportRun => {
  const { actor, adjustment, isDry, language, scope } = request
  const count = RowCount.begin(language)
  const findings = FindingLog.start()
  let dialects: StateList.StateList["dialects"] = new Map()
  const notes: Array<string> = []
  const remarks: Array<Remark.Remark> = []
  let revision: Imported.ImportedRevision | undefined

  const compare = (list: StateList.StateList): Revision.Revision | undefined => {
    const declared = adjustment?.structure
    const after =
      declared === undefined ? plan : { ...plan, structure: Structure.declare(plan.structure, declared) }
    const compared = Revision.of(after, Ledger.state(session.ledger).balances(), {
      rows: StateRequests.rows(list.requests),
      scope: { years: list.years, narrowed: scope },
    })
    settle(count, list, compared)
    Garbage.collectBetweenRows()
    if (Result.isSuccess(compared)) return compared.success
    for (const { row, refusal } of compared.failure) {
      const of = row === undefined ? undefined : list.requests[row]
      findings.add(ImportFinding.ofRefusal({ request: of, refusal }, language))
    }
    return undefined
  }
  const intake = Intake.begin(session.ledger, { actor, sha256 })
  const start = Ledger.position(session.ledger)
  const take = Effect.fnUntraced(function* (requests: ReadonlyArray<Decision.Request>) {
    const recorded = yield* RecordedEvents.of(session, request)(requests)
    const parts = requests.map((one) => {
      const before = Decision.known(one, recorded)?.event
      const part = intake.take(one, before)
      for (const refused of part.refused) findings.add(ImportFinding.ofRefusal(refused, language))
      for (const other of part.conflicting) findings.add(ImportFinding.ofConflict(other, before, language))
      return part
    })
    Garbage.collectBetweenRows()
    return findings.count() > 0 ? [] : Intake.join(parts).proposals
  })
  const end = Effect.suspend(
    (): Effect.Effect<ReadonlyArray<Journal.Proposal>, CommandFailure | ImportRefused> => {
      if (findings.count() > 0) return refuse
      Garbage.collectBetweenRows()
      const followed = intake.end()
      for (const refused of followed.refused) findings.add(ImportFinding.ofRefusal(refused, language))
      for (const remark of ImportNotes.since(session, start)) remarks.push(remark)
      return findings.count() > 0 ? refuse : Effect.succeed(followed.proposals)
    },
  )
  const run = Effect.gen(function* (): Effect.gen.Return<
    Iterable<ReadonlyArray<Decision.Request>>,
    CommandFailure | ImportRefused
  > {
    const list = yield* StateList.read(request, {
      count,
      fault: (fault) => findings.add(ImportFinding.ofFault(fault, language)),
    })
    dialects = list.dialects
    const compared = findings.count() > 0 ? undefined : compare(list)
    if (compared === undefined) return yield* refuse
    revision = { ...compared, scope, plan: adjustment?.plan }
    const isAdjusted = plan.versions.length > 1
    const hasChanges = compared.lines.length > 0
    if (hasChanges && isAdjusted && adjustment === undefined) {
      if (!isDry) return yield* Effect.fail(usage(StateMessage.labelMissing))
      notes.push(StateMessage.labelMissing[language])
    }
    if (adjustment === undefined) return estimates(compared, list.requests, start)
    if (!hasChanges) {
      notes.push(StateMessage.nothingAdjusted(adjustment.plan)[language])
      return []
    }
    const source = StateRequests.sourceOf(list.requests)
    const changes = StateRequests.changes(compared, list.requests)
    const explained = yield* ReasonsFile.explain(changes, { ...request, file: request.reasons })
    explained.findings.forEach(findings.add)
    notes.push(...explained.notes)
    if (findings.count() > 0) return yield* refuse
    return [[Adjustments.request({ ...adjustment, changes: explained.changes }, { sha256, source })]]
  })
  return {
    proposals: Stream.concat(
      Stream.unwrap(
        Effect.map(run, (batches) => Stream.mapEffect(Stream.fromIterable(batches, { chunkSize: 1 }), take)),
      ),
      Stream.fromEffect(end),
    ),
    result: () => {
      const found = { findings: findings.first(), more: findings.more(), log: findings, dialects }
      const noted = ImportNotes.of(notes, remarks, language)
      return { ...count.result(), ...found, ...noted, ...(revision === undefined ? {} : { revision }) }
    },
  }
}

/** The number of estimates that are decided and written at once: their bytes are in memory until they are written. */
const perBatch = 500

/** Returns the changes as estimates, made when they are due. */
function* estimates(
  compared: Revision.Revision,
  listed: StateRequests.ListedRequests,
  at: number,
): Generator<ReadonlyArray<Decision.Request>> {
  for (let from = 0; from < compared.lines.length; from += perBatch) {
    const lines = compared.lines.slice(from, from + perBatch)
    yield StateRequests.estimates({ ...compared, lines }, listed, { at, sha256 })
  }
}

const refuse = Effect.fail<ImportRefused>({ _tag: "ImportRefused" })

/** Counts every row: rejected, on a line that changes, or already recorded. */
const settle = (
  count: RowCount.RowCount,
  { requests }: StateList.StateList,
  compared: ReturnType<typeof Revision.of>,
): void => {
  const nothing = Intake.join([])
  const changed = new Set(
    Result.isSuccess(compared) ? compared.success.lines.flatMap(({ rows }) => rows) : [],
  )
  const refusals = new Map<number | undefined, Array<Refusal.Refusal>>()
  for (const { row, refusal } of Result.isSuccess(compared) ? [] : compared.failure)
    refusals.set(row, [...(refusals.get(row) ?? []), refusal])
  requests.forEach((request, index) => {
    const refused = (refusals.get(index) ?? []).map((refusal) => ({ request, refusal }))
    const isKnown = Result.isSuccess(compared) && !changed.has(index)
    count.settle({ ...nothing, refused, known: isKnown ? [request] : [] })
  })
}
