/** Questions about a ledger, each answered at one moment. */
import {
  Address,
  Diff,
  Explain,
  type FormId,
  Ledger,
  type RowOf,
  type Statement,
  type Year,
} from "@grootboek/core"
import { FollowUp, Realisation, Reconcile, ShownStatement } from "@grootboek/core/answer"
import { Audit } from "@grootboek/core/ledger"
import { Published } from "@grootboek/csv"
import { Json, PolicyReport, VerifiedJournal } from "@grootboek/report"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as Platform from "#platform"
import * as Answer from "./Answer.ts"
import { type AskOptions, ask, optionsOf, positionOf } from "./Asking.ts"
import { GrootboekError, refused } from "./GrootboekError.ts"
import type { Handle } from "./Handle.ts"
import * as ImportedFile from "./ImportedFile.ts"
import * as OptionalPackage from "./OptionalPackage.ts"

/** The answer to a question, or why there is none. */
type Asked<Name extends keyof Answer.Answers> = Effect.Effect<Answer.Answers[Name], GrootboekError>

/** When and how to fill in a form; `year` is the only year, by default the last closed one for a form of the annual accounts. */
export interface StatementOptions extends AskOptions {
  readonly year?: Year.Year
}

/** Fills in a form. */
export const statement = <F extends FormId>(
  handle: Handle,
  form: F,
  { year: only, ...options }: StatementOptions = {},
): Effect.Effect<Answer.StatementAnswer<F>, GrootboekError> =>
  ask(handle, (ledger) =>
    Result.gen(function* () {
      const asked = yield* optionsOf(ledger, options)
      const filled = yield* ShownStatement.of(ledger, form, { ...asked, year: only })
      const { plan } = yield* Ledger.requirePlan(ledger, asked.at)
      const layout = Ledger.layout(ledger, form, plan)
      const cell = (row: RowOf<F>, year: Year.Year): Statement.StatementCell => {
        const found = Address.find(layout, row)
        if (Result.isFailure(found)) throw refused(found.failure, handle.language)
        const cells = filled.rows[found.success.index]?.cells ?? []
        const cell = cells.find((one) => one.year === year)
        if (cell === undefined)
          throw refused({ _tag: "YearNotShown", form, year, years: filled.years }, handle.language)
        return cell
      }
      const cells: Answer.StatementCells<F> = { ...filled, form, cell }
      return Answer.of(cells, "statement", () => Json.statement(filled))
    }),
  )

/** Explains a cell: the postings that sum to it, with entry, rule and source line. */
export const explain = (
  handle: Handle,
  address: Explain.CellAddress,
  options: AskOptions = {},
): Asked<"explain"> =>
  ask(handle, (ledger) =>
    Result.gen(function* () {
      const explanation = yield* Explain.cell(ledger, address, yield* optionsOf(ledger, options))
      return Answer.of({ ...explanation, form: address.form }, "explain", () =>
        Json.explanation(explanation, handle.language),
      )
    }),
  )

/** Two moments, and the forms to compare; all of them by default. */
export interface ComparedMoments extends Pick<AskOptions, "conditional"> {
  readonly from: string | number
  readonly to?: string | number
  readonly forms?: ReadonlyArray<FormId>
}

/** Compares two moments: the cells that changed, each with its causes. */
export const diff = (handle: Handle, { from, to, forms, ...options }: ComparedMoments): Asked<"diff"> =>
  ask(handle, (ledger) =>
    Result.gen(function* () {
      const interval = { from: yield* positionOf(ledger, from), to: yield* positionOf(ledger, to), forms }
      const difference = yield* Diff.between(ledger, interval, options)
      return Answer.of(difference, "diff", () => Json.difference(difference))
    }),
  )

/** A published table, and its form. */
export interface PublishedSource {
  readonly form: FormId
  readonly file: ImportedFile.ImportFile
}

/** Compares a published table with the ledger, figure by figure. */
export const reconcile = Effect.fnUntraced(function* (
  handle: Handle,
  { form, file }: PublishedSource,
  options: AskOptions = {},
): Effect.fn.Return<Answer.Answers["reconcile"], GrootboekError> {
  const { name, bytes } = yield* ImportedFile.of(handle, file)
  const { cells, faults } = Published.read({ name, bytes, sha256: Platform.sha256(bytes) })
  if (faults.length > 0)
    return yield* Effect.fail(new GrootboekError({ kind: "file", faults }, { language: handle.language }))
  return yield* ask(handle, (ledger) =>
    Result.gen(function* () {
      const asked = yield* optionsOf(ledger, options)
      const reconciliation = yield* Reconcile.table(ledger, { form, cells }, asked)
      return Answer.of({ ...reconciliation, form }, "reconcile", () =>
        Json.reconciliation(reconciliation, name, handle.language),
      )
    }),
  )
})

/** Reads every entry again and checks it, then the laws and the norms at the end of the journal: what `verify` reports. */
export const check = Effect.fnUntraced(function* (
  handle: Handle,
): Effect.fn.Return<Answer.Answers["verify"], GrootboekError> {
  const { language, store, ledger, storeFailed } = handle
  const audit = Audit.begin({ sha256: Platform.sha256, now: yield* Clock.currentTimeMillis })
  yield* store.read(ledger, 0).pipe(
    Stream.mapError(storeFailed),
    Stream.runForEach((sealed) => Effect.sync(() => audit.take(sealed))),
  )
  const verified = VerifiedJournal.of(audit.report(), language)
  const answer = {
    ...verified,
    ok: VerifiedJournal.ok(verified),
    findings: VerifiedJournal.findings(verified, language),
  }
  return Answer.of(answer, "verify", () => Json.verification(verified, language))
})

/** The period of a follow-up report. */
export interface FollowUpOptions extends Pick<AskOptions, "at"> {
  /** The first or second half of the year; the whole year by default. */
  readonly semester?: 1 | 2
  /** The moment that risks are compared with. */
  readonly before?: string | number
  /** The percentage of a credit from which it has a warning; 80 by default. */
  readonly warnAt?: number
}

/** Reports on the progress of a year. */
export const followUp = (
  handle: Handle,
  year: Year.Year,
  { at, semester, before, warnAt = 80 }: FollowUpOptions = {},
): Asked<"follow-up"> =>
  ask(handle, (ledger) =>
    Result.gen(function* () {
      const position = yield* positionOf(ledger, at)
      const earlier = before === undefined ? {} : { before: yield* positionOf(ledger, before) }
      const period = semester === undefined ? { year } : Realisation.semester(year, semester)
      const report = yield* FollowUp.of(ledger, { ...period, warnAt, ...earlier }, { at: position })
      return Answer.of(report, "follow-up", () => Json.followUp(report, handle.language))
    }),
  )

/** The format of a policy report, the moment, and where the audit page is (`audit.html` by default). */
export interface PolicyReportOptions extends Pick<AskOptions, "at"> {
  readonly format?: "html" | "docx" | "md"
  readonly auditPage?: string
}

/** Writes the policy report. The package `@grootboek/policy-report` is loaded on use. */
export const policyReport = Effect.fnUntraced(function* (
  handle: Handle,
  { at, format = "html", auditPage = "audit.html" }: PolicyReportOptions = {},
): Effect.fn.Return<Uint8Array, GrootboekError> {
  const report = yield* ask(handle, (ledger) =>
    Result.gen(function* () {
      return yield* PolicyReport.of(ledger, { at: yield* positionOf(ledger, at), language: handle.language })
    }),
  )
  const { Docx, Html, Markdown } = yield* OptionalPackage.load(
    { name: "@grootboek/policy-report", language: handle.language },
    () => import("@grootboek/policy-report"),
  )
  if (format === "docx") return yield* Effect.promise(() => Docx.write(report))
  const text = format === "html" ? Html.write(report, { auditPage }) : Markdown.write(report)
  return new TextEncoder().encode(text)
})
