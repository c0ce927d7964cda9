/** What is wrong with a stored entry that cannot be opened. */
import type { ProblemReason } from "../value/Problem.ts"

/** Why a stored entry cannot be opened. */
export type Damage =
  | { readonly _tag: "PositionGap"; readonly position: number; readonly expected: number }
  | {
      readonly _tag: "HashMismatch"
      readonly position: number
      readonly stored: string
      readonly computed: string
    }
  | {
      readonly _tag: "BrokenChain"
      readonly position: number
      readonly previous: string
      readonly expected: string
    }
  | {
      readonly _tag: "TimeWentBack"
      readonly position: number
      readonly time: string
      readonly previous: string
    }
  | {
      readonly _tag: "MalformedEntry"
      readonly position: number
      readonly field: string
      readonly problem: string
      readonly reason?: ProblemReason
      readonly offset: number
    }
  | {
      readonly _tag: "UnknownEvent"
      readonly position: number
      readonly kind: string
      readonly version: number
    }

/** Damage that makes an entry unreadable, at any position. */
export type Unreadable = Extract<Damage, { readonly _tag: "MalformedEntry" | "UnknownEvent" }>
