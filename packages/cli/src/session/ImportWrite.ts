/** Writes an import: to the journal, or to the branch of the session. Bookings are tried again after another program wrote. */
import type { Layout } from "@grootboek/csv"
import type { Imported } from "@grootboek/report"
import * as Effect from "effect/Effect"
import { inform } from "../output/Stdio.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import * as ImportMessage from "../words/ImportMessage.ts"
import type { Language } from "../words/Language.ts"
import * as Append from "./Append.ts"
import * as ImportRun from "./ImportRun.ts"
import * as Session from "./Session.ts"

/** The kind of the import, and how it begins on a session; a second try begins again. */
export interface ImportWork {
  readonly kind: Layout.ImportKind
  readonly language: Language
  readonly begin: (session: Session.Session) => ImportRun.ImportRun
}

/** The result of an import, and the positions that it wrote; on a branch there are none, but proposals. */
export interface WrittenImport {
  readonly result: ImportRun.ImportResult
  readonly written: ReadonlyArray<number>
  readonly drafted?: Imported.DraftedImport
}

/** Tries of an import whose rows do not depend on the last entry. */
const mostTries = 8

/**
 * Writes an import. When another program wrote in between, bookings are decided again on the new journal; the other
 * kinds are refused, because their user saw an earlier journal.
 */
export const write = (
  session: Session.Session,
  work: ImportWork,
): Effect.Effect<WrittenImport, CommandFailure> => attempt(session, work, 1)

const attempt = Effect.fnUntraced(function* (
  session: Session.Session,
  work: ImportWork,
  turn: number,
): Effect.fn.Return<WrittenImport, CommandFailure> {
  const run = work.begin(session)
  if (session.branch !== undefined) {
    const proposals = yield* ImportRun.collect(run)
    const written = yield* Append.proposals(session, proposals)
    const drafted = { branch: session.branch.name, proposals: proposals.length }
    return { result: run.result(), written, drafted }
  }
  const before = session.head.position
  return yield* ImportRun.write(session, run).pipe(
    Effect.map(({ result, head }) => ({
      result,
      written: Array.from({ length: head - before }, (_, index) => before + 1 + index),
    })),
    Effect.catch(
      (failure): Effect.Effect<WrittenImport, CommandFailure> =>
        failure.isOutdated === true && work.kind === "actuals" && turn < mostTries
          ? again(session, work, turn + 1)
          : Effect.fail(failure),
    ),
  )
})

const again = Effect.fnUntraced(function* (
  session: Session.Session,
  work: ImportWork,
  turn: number,
): Effect.fn.Return<WrittenImport, CommandFailure> {
  yield* inform(work.language, ImportMessage.tryAgain(turn, mostTries))
  // A random delay: two programs that tried together should not try together again.
  yield* Effect.sleep(Math.floor(Math.random() * 50 * turn))
  return yield* attempt(yield* Session.refresh(session), work, turn)
})
