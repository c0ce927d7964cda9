/** Why a command ends with an exit status other than 0, and the lines that its user reads. */
import type { Both } from "./Language.ts"

/** Refused or with findings (1), wrong usage (2), the environment failed (3). */
export type FailureStatus = 1 | 2 | 3

/** A failure: its exit status and its lines, each a full message. */
export interface CommandFailure {
  readonly _tag: "CommandFailure"
  readonly status: FailureStatus
  readonly lines: ReadonlyArray<Both>
  /** The code of the damage, when the ledger itself is damaged. */
  readonly damage?: string
  /** Whether another program wrote to the journal since it was read. */
  readonly isOutdated?: true
}

/** Returns a failure because the request was refused or there are findings. */
export const refused = (...lines: ReadonlyArray<Both>): CommandFailure => failure(1, lines)

export const usage = (...lines: ReadonlyArray<Both>): CommandFailure => failure(2, lines)

/** Returns a failure of a file, a disk or a server. */
export const environment = (...lines: ReadonlyArray<Both>): CommandFailure => failure(3, lines)

const failure = (status: FailureStatus, lines: ReadonlyArray<Both>): CommandFailure => ({
  _tag: "CommandFailure",
  status,
  lines,
})
