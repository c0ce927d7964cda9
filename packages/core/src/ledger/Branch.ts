/**
 * A branch (variant): proposals on top of a journal that nobody has recorded yet. What if, before it is so.
 *
 * A branch is a draft, not evidence: it lives outside the journal, may be dropped without a trace, and becomes part
 * of the journal only by being promoted, which is nothing but appending its proposals.
 */
import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import * as History from "../codec/History.ts"
import type { AmountOverflow } from "../fold/Columns.ts"
import type { Head, Proposal } from "../journal/Journal.ts"
import * as Ledger from "./Ledger.ts"

/** A branch: its name, the head of the journal that it grows from, and what it proposes. */
export interface Branch {
  readonly name: string
  readonly base: Pick<Head, "position" | "hash">
  readonly proposals: ReadonlyArray<Proposal>
}

/** Why a text is no branch. */
export interface BranchFault {
  readonly _tag: "MalformedBranch"
  readonly line: number
  readonly problem: string
}

/** A new branch at the head of a journal. */
export const grow = (name: string, { position, hash }: Head): Branch => ({
  name,
  base: { position, hash },
  proposals: [],
})

/** The branch with more proposals. */
export const propose = (branch: Branch, proposals: ReadonlyArray<Proposal>): Branch => ({
  ...branch,
  proposals: [...branch.proposals, ...proposals],
})

/** Whether the journal still ends where the branch began, so that it can be promoted. */
export const isCurrent = (branch: Branch, head: Pick<Head, "position" | "hash">): boolean =>
  branch.base.position === head.position && branch.base.hash === head.hash

/** Folds the proposals of a branch onto a ledger that ends at its base. */
export const unfold = (
  ledger: Ledger.Ledger,
  branch: Branch,
  time: string,
): Result.Result<Ledger.Ledger, AmountOverflow> => {
  for (const { event, source } of branch.proposals) {
    const folded = Ledger.append(ledger, { event, time, ...(source === undefined ? {} : { source }) })
    if (Result.isFailure(folded)) return Result.fail(folded.failure)
  }
  return Result.succeed(ledger)
}

/** A branch as text: one line that names it and its base, then one proposal a line. */
export const write = ({ name, base, proposals }: Branch): string =>
  [{ branch: name, base }, ...proposals].map((line) => `${Canonical.stringify(line)}\n`).join("")

/** Reads a branch that {@link write} wrote; every event goes through the one door of `History`. */
export const read = (text: string): Result.Result<Branch, BranchFault> => {
  const fault = (line: number, problem: string): BranchFault => ({ _tag: "MalformedBranch", line, problem })
  const lines: Array<unknown> = []
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue
    try {
      lines.push(JSON.parse(line))
    } catch (cause) {
      return Result.fail(fault(index + 1, String(cause)))
    }
  }
  const [header, ...rest] = lines
  if (!isHeader(header)) return Result.fail(fault(1, "the first line does not name a branch and its base"))
  const proposals: Array<Proposal> = []
  for (const [index, line] of rest.entries()) {
    if (!isProposal(line))
      return Result.fail(fault(index + 2, "not a proposal with an id, an actor and an event"))
    const event = History.read(line.event, History.version)
    if (Result.isFailure(event))
      return Result.fail(fault(index + 2, `${event.failure._tag} ${event.failure.kind}`))
    proposals.push({ ...line, event: event.success })
  }
  return Result.succeed({ name: header.branch, base: header.base, proposals })
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const isHeader = (value: unknown): value is { readonly branch: string; readonly base: Branch["base"] } =>
  isRecord(value) &&
  typeof value.branch === "string" &&
  isRecord(value.base) &&
  typeof value.base.position === "number" &&
  typeof value.base.hash === "string"

const isProposal = (value: unknown): value is Proposal =>
  isRecord(value) && typeof value.id === "string" && typeof value.actor === "string" && isRecord(value.event)
