/** Why a command ends with another status than 0, and what its user reads then. */
import type { Both } from "./Language.ts"

/** Refused or found wanting (1), wrong usage (2), the environment failed (3). */
export type Status = 1 | 2 | 3

/** A failure: its status and its lines, each already a full message. */
export interface Failure {
  readonly _tag: "Failure"
  readonly status: Status
  readonly lines: ReadonlyArray<Both>
}

/** Refused, or found wanting. */
export const refused = (...lines: ReadonlyArray<Both>): Failure => ({ _tag: "Failure", status: 1, lines })

/** The command was not called as it should be. */
export const usage = (...lines: ReadonlyArray<Both>): Failure => ({ _tag: "Failure", status: 2, lines })

/** Something outside failed: a file, a disk, a server. */
export const environment = (...lines: ReadonlyArray<Both>): Failure => ({ _tag: "Failure", status: 3, lines })

/** The same text in both languages, for what speaks none: paths, reasons of the system. */
export const plain = (text: string): Both => ({ en: text, nl: text })
