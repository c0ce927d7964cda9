/** Prepares the requests of a file for the current ledger: refuses additions that were not asked for, and turns a whole list into changes. */
import { Additions, type Decision, type Intake, Ledger, Revision } from "@grootboek/core"
import { Adjustments, type Layout, type Reader, StateRequests } from "@grootboek/csv"
import * as Result from "effect/Result"
import * as Platform from "#platform"

/** Options of a file beside those of its reader. */
export interface PreparationOptions {
  /**
   * `add` adds lines and openings to the amounts of earlier imports; they are refused without it. `replace` reverses the entries
   * of an opening on the accounts and years of the file, and records the file instead. `again` records declarations and rules of
   * the file that a later entry replaced; they stay replaced without it.
   */
  readonly onRecorded?: "add" | "replace" | "again"
  /** What narrows a whole list (`state`) to what its rows name. */
  readonly scope?: ReadonlyArray<Revision.Narrowing>
}

/** Returns the requests to decide, or those that are refused. `positions` has the recorded ids. */
export type Preparation = (
  requests: ReadonlyArray<Decision.Request>,
  ledger: Ledger.Ledger,
  positions: ReadonlyMap<string, number>,
) => Result.Result<ReadonlyArray<Decision.Request>, ReadonlyArray<Intake.RefusedRequest>>

interface FileOptions
  extends PreparationOptions,
    Pick<Partial<Reader.ReaderOptions>, "adjustment" | "plan"> {}

/** Returns the preparation of the requests of a file. */
export const of = (
  kind: Layout.ImportKind,
  content: Reader.FileContent,
  options: FileOptions,
): Preparation => {
  if (kind === "state") return (listed, ledger) => stateOf(listed, ledger, { ...options, content })
  const mustNotAdd =
    (kind === "lines" || kind === "opening") && options.onRecorded !== "add" && !isReplacement(kind, options)
  return mustNotAdd
    ? (requests, ledger, positions) => Additions.check(ledger, requests, positions)
    : Result.succeed
}

/** Returns whether the rows of a file take the place of those recorded. */
export const isReplacement = (kind: Layout.ImportKind, { onRecorded }: PreparationOptions): boolean =>
  kind === "opening" && onRecorded === "replace"

/** Returns the changes that follow from a whole list. */
const stateOf = (
  listed: ReadonlyArray<Decision.Request>,
  ledger: Ledger.Ledger,
  {
    adjustment,
    content,
    plan: label = "",
    scope = [],
  }: FileOptions & { readonly content: Reader.FileContent },
): ReturnType<Preparation> => {
  const sha256 = Platform.sha256
  const { balances, plan } = Ledger.state(ledger)
  if (plan === undefined) return Result.fail([{ request: undefined, refusal: { _tag: "PlanNotAdopted" } }])
  const years = StateRequests.years(listed, Object.values(content.mapping.years ?? {}))
  const rows = StateRequests.rows(listed)
  const compared = Revision.of(plan, balances(), { rows, scope: { years, narrowed: scope } })
  if (Result.isFailure(compared))
    return Result.fail(
      compared.failure.map(({ row, refusal }) => ({
        request: row === undefined ? undefined : listed[row],
        refusal,
      })),
    )
  const revision = compared.success
  if (revision.lines.length === 0) return Result.succeed([])
  if (adjustment !== undefined) {
    const facts = { ...adjustment, plan: label, changes: StateRequests.changes(revision, listed) }
    return Result.succeed([Adjustments.request(facts, { sha256, source: StateRequests.sourceOf(listed) })])
  }
  const last = plan.versions.at(-1)?.label ?? ""
  return plan.versions.length > 1
    ? Result.fail([{ request: undefined, refusal: { _tag: "AdjustmentNeeded", plan: last } }])
    : Result.succeed(StateRequests.estimates(revision, listed, { at: Ledger.position(ledger), sha256 }))
}
