/**
 * A branch (variant): proposals after the head of a journal that are not recorded.
 *
 * A branch is a draft outside of the journal and can be deleted. Promoting it appends its proposals to the journal.
 *
 * ```ts
 * const branch = Branch.propose(Branch.create("what-if", Journal.headOf(entry)), [
 *   { id: "more", actor: "demo", event: { _tag: "EstimatePosted", line: rent, amounts: { 2026: "10.00" } } },
 * ])
 * Branch.isCurrent(branch, Journal.headOf(entry)) // => true
 * Result.getOrThrow(Branch.read(Branch.write(branch))).name // => "what-if"
 * const tried = Result.getOrThrow(Branch.apply(ledger, branch, "2026-02-01T12:00:00.000Z"))
 * Ledger.position(tried) - Ledger.position(ledger) // => 1
 * ```
 */
import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import * as History from "../codec/History.ts"
import { isRecord } from "../codec/PlainRecord.ts"
import type { AmountOverflow } from "../fold/Columns.ts"
import type { Head, Proposal } from "../journal/Journal.ts"
import * as Ledger from "./Ledger.ts"

/** A branch: its name, the head of its journal, and its proposals. */
export interface Branch {
  readonly name: string
  readonly base: Pick<Head, "position" | "hash">
  readonly proposals: ReadonlyArray<Proposal>
}

/** Why a text cannot be parsed as a branch. */
export interface BranchFault {
  readonly _tag: "MalformedBranch"
  readonly line: number
  readonly problem: BranchProblem
}

/** What is wrong with a line of a branch. */
export type BranchProblem =
  | { readonly _tag: "NotJson"; readonly detail: string }
  | { readonly _tag: "NoHeader" }
  | { readonly _tag: "NotAProposal" }
  | {
      readonly _tag: "UnreadableEvent"
      readonly reason: History.UnreadableEvent["_tag"]
      readonly kind: string
    }

/** Returns a branch without proposals at the head of a journal. */
export const create = (name: string, { position, hash }: Head): Branch => ({
  name,
  base: { position, hash },
  proposals: [],
})

/** Returns the branch with more proposals. */
export const propose = (branch: Branch, proposals: ReadonlyArray<Proposal>): Branch => ({
  ...branch,
  proposals: [...branch.proposals, ...proposals],
})

/** Returns whether the head of the journal is the base of the branch, so that it can be promoted. */
export const isCurrent = (branch: Branch, head: Pick<Head, "position" | "hash">): boolean =>
  branch.base.position === head.position && branch.base.hash === head.hash

/** Returns a ledger that ends at the base of a branch, with the proposals of the branch. */
export const apply = (
  ledger: Ledger.Ledger,
  branch: Branch,
  time: string,
): Result.Result<Ledger.Ledger, AmountOverflow> => {
  const applied = Ledger.copy(ledger)
  for (const { event, source } of branch.proposals) {
    const folded = Ledger.append(applied, { event, time, source })
    if (Result.isFailure(folded)) return Result.fail(folded.failure)
  }
  return Result.succeed(applied)
}

/** Returns a branch as text: a line with its name and base, then one line per proposal. */
export const write = ({ name, base, proposals }: Branch): string =>
  [{ branch: name, base }, ...proposals].map((line) => `${Canonical.stringify(line)}\n`).join("")

/** Parses the text of {@link write}. `History` decodes every event. */
export const read = (text: string): Result.Result<Branch, BranchFault> => {
  const fault = (line: number, problem: BranchProblem): BranchFault => ({
    _tag: "MalformedBranch",
    line,
    problem,
  })
  const lines: Array<unknown> = []
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue
    try {
      lines.push(JSON.parse(line))
    } catch (cause) {
      return Result.fail(fault(index + 1, { _tag: "NotJson", detail: String(cause) }))
    }
  }
  const [header, ...rest] = lines
  if (!isHeader(header)) return Result.fail(fault(1, { _tag: "NoHeader" }))
  const proposals: Array<Proposal> = []
  for (const [index, line] of rest.entries()) {
    if (!isProposal(line)) return Result.fail(fault(index + 2, { _tag: "NotAProposal" }))
    const event = History.read(line.event, History.version)
    if (Result.isFailure(event)) {
      const { _tag: reason, kind } = event.failure
      return Result.fail(fault(index + 2, { _tag: "UnreadableEvent", reason, kind }))
    }
    proposals.push({ ...line, event: event.success })
  }
  return Result.succeed({ name: header.branch, base: header.base, proposals })
}

const isHeader = (value: unknown): value is { readonly branch: string; readonly base: Branch["base"] } =>
  isRecord(value) &&
  typeof value.branch === "string" &&
  isRecord(value.base) &&
  typeof value.base.position === "number" &&
  typeof value.base.hash === "string"

const isProposal = (value: unknown): value is Proposal =>
  isRecord(value) && typeof value.id === "string" && typeof value.actor === "string" && isRecord(value.event)
