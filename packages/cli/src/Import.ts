/** From files to entries: read, decide on the ledger as it is, then write all or nothing. */
import {
  type BudgetEvent,
  Intake,
  Journal,
  Ledger,
  Money,
  Plan,
  type Structure,
  type Wish,
} from "@grootboek/core"
import { Dialect, Fault, type Layout, Note, Reader } from "@grootboek/csv"
import { type Finding as FindingOf, type Imported as ImportedOf, RefusalText } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Failure } from "./Failure.ts"
import { type Input, sha256 } from "./File.ts"
import type { Language } from "./Language.ts"
import { storeError } from "./Messages.ts"
import type { Session } from "./Session.ts"

type Finding = FindingOf.Finding
type Imported = ImportedOf.Imported

/** A file read as one of the kinds that can be imported. */
export interface FileRead {
  readonly input: Input
  readonly reading: Reader.Reading
}

/** How to read the files. */
export type Reading = Omit<Reader.Options, "sha256" | "plan" | "adjustment">

/** What became of the files: the outcome to report, and what to write when nothing was refused. */
export interface Decided {
  readonly outcome: Omit<Imported, "written" | "dryRun">
  readonly proposals: ReadonlyArray<Journal.Proposal>
}

/** Reads files under the plan of a session. An adjustment brings its own label and facts. */
export const read = (
  kind: Layout.Kind,
  inputs: ReadonlyArray<Input>,
  options: Reading & { readonly plan: string; readonly adjustment?: Reader.Options["adjustment"] },
): ReadonlyArray<FileRead> =>
  inputs.map((input) => ({ input, reading: Reader.read(kind, input, { ...options, sha256 }) }))

/** The declarations of structure files, for an adjustment that changes the structure; `undefined` when there are none. */
export const declarations = (files: ReadonlyArray<FileRead>): Structure.Declarations | undefined => {
  const declared = files.flatMap(({ reading }) =>
    reading.wishes.flatMap(({ event }) => (event?._tag === "StructureDeclared" ? [event.declarations] : [])),
  )
  return declared.length === 0 ? undefined : Object.assign({}, ...declared)
}

/** The label that the plan of a session was first adopted under: the one that ids of lines are made with. */
export const firstLabel = (session: Session): string =>
  Ledger.planAt(session.ledger)?.versions[0]?.label ?? ""

/** The label of the version in force. */
export const currentLabel = (session: Session): string => {
  const plan = Ledger.planAt(session.ledger)
  return plan === undefined ? "" : (Plan.current(plan)?.label ?? "")
}

/** Decides what the files ask for, on the session's ledger (which grows by it). */
export const decide = Effect.fnUntraced(function* (
  session: Session,
  files: ReadonlyArray<FileRead>,
  { actor, language }: { readonly actor: string; readonly language: Language },
): Effect.fn.Return<Decided, Failure> {
  const wishes = files.flatMap(({ reading }) => reading.wishes)
  const recorded = yield* recordedEvents(session, wishes)
  const outcome = Intake.decide(session.ledger, wishes, { actor, sha256, recorded })
  const faults = files.flatMap(({ reading }) => reading.faults)
  const findings: ReadonlyArray<Finding> = [
    ...faults.map((fault) => faultFinding(fault, language)),
    ...outcome.refused.map((refused) => refusedFinding(refused, language)),
    ...outcome.conflicting.map((wish) => conflictFinding(wish, recorded.get(wish.id), language)),
  ]
  return {
    outcome: {
      files: files.map(({ input, reading }) => ({
        file: input.name,
        rows: reading.counts.rows,
        detected: detected(reading, language),
      })),
      counts: countRows(files, outcome),
      findings,
    },
    proposals: findings.length === 0 ? outcome.proposals : [],
  }
})

/** Events already recorded under the ids of wishes, in the journal or on the session's branch. */
const recordedEvents = Effect.fnUntraced(function* (
  session: Session,
  wishes: ReadonlyArray<Wish.Wish>,
): Effect.fn.Return<ReadonlyMap<string, BudgetEvent.BudgetEvent>, Failure> {
  const found = yield* Effect.mapError(
    session.store.find(
      session.name,
      wishes.map(({ id }) => id),
    ),
    storeError,
  )
  const recorded = new Map<string, BudgetEvent.BudgetEvent>()
  for (const sealed of found) {
    const entry = Journal.parse(sealed)
    if (Result.isSuccess(entry)) recorded.set(entry.success.id, entry.success.event)
  }
  for (const { id, event } of session.branch?.proposals ?? []) recorded.set(id, event)
  return recorded
})

// A file of structure, of overhead or of an adjustment is one wish of many rows.
const countRows = (files: ReadonlyArray<FileRead>, outcome: Intake.Outcome): Imported["counts"] => {
  const [known, conflicting] = [new Set(outcome.known), new Set(outcome.conflicting)]
  const refused = new Map<Wish.Wish, ReadonlySet<number | undefined>>()
  for (const { wish, refusal } of outcome.refused) {
    if (wish !== undefined) refused.set(wish, new Set([...(refused.get(wish) ?? []), refusal.sourceLine]))
  }
  const counts = { accepted: 0, known: 0, conflicting: 0, rejected: 0 }
  for (const { reading } of files) {
    counts.rejected += reading.counts.rejected
    const isOneWish = reading.wishes.length === 1
    for (const wish of reading.wishes) {
      const rows = isOneWish ? reading.counts.accepted : 1
      const lines = refused.get(wish)
      const rejected = lines === undefined ? 0 : lines.has(undefined) ? rows : Math.min(rows, lines.size)
      if (known.has(wish)) counts.known += rows
      else if (conflicting.has(wish)) counts.conflicting += rows
      else {
        counts.rejected += rejected
        counts.accepted += rows - rejected
      }
    }
  }
  return counts
}

const faultFinding = (fault: Fault.Fault, language: Language): Finding => ({
  file: fault.file,
  line: fault.line,
  column: fault.column ?? null,
  code: fault._tag,
  message: Fault.message(fault, language),
})

const refusedFinding = ({ wish, refusal }: Intake.Refused, language: Language): Finding => ({
  file: wish?.source?.name ?? null,
  line: wish?.source === undefined ? null : (refusal.sourceLine ?? wish.source.line ?? 1),
  column: null,
  code: refusal._tag,
  message: placed(wish, refusal.sourceLine, RefusalText.message(refusal, language)),
})

// A message about a row says which row, also where it is read on its own.
const placed = (wish: Wish.Wish | undefined, line: number | undefined, message: string): string =>
  wish?.source === undefined ? message : `${wish.source.name}:${line ?? wish.source.line ?? 1}: ${message}`

const conflictFinding = (
  wish: Wish.Wish,
  recorded: BudgetEvent.BudgetEvent | undefined,
  language: Language,
): Finding => ({
  file: wish.source?.name ?? null,
  line: wish.source?.line ?? null,
  column: null,
  code: "IdConflict",
  message: placed(
    wish,
    undefined,
    language === "nl"
      ? `staat al in het journaal met andere inhoud (${recorded?._tag ?? "?"}, id ${wish.id}); er wordt niets overschreven: boek het verschil, of geef een aanpassing een ander label`
      : `is in the journal already with other content (${recorded?._tag ?? "?"}, id ${wish.id}); nothing is overwritten: post the difference, or give an adjustment another label`,
  ),
})

// What was detected is always shown, with the control totals and what the reader wants to have said.
const detected = (
  { dialect, notes, totals }: Reader.Reading,
  language: Language,
): Readonly<Record<string, string>> => ({
  [language === "nl" ? "gelezen als" : "read as"]: Dialect.format(dialect),
  ...Object.fromEntries(
    totals.map(({ direction, year, amount }) => [`${direction} ${year}`, Money.format(amount)]),
  ),
  ...Object.fromEntries(
    notes.map((note, index) => [
      `${language === "nl" ? "let op" : "note"} ${index + 1}`,
      Note.message(note, language),
    ]),
  ),
})
