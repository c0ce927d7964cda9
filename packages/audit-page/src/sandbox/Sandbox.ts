/** The plan beside itself with supposed changes: M2, what followed by rule, and the norms, all computed by core. */
import { Ledger, type Refusal } from "@grootboek/core"
import { Supposition, WhatIf, WhatIfSheet } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { hash } from "../model/OpenedJournal.ts"
import type { Say } from "../words/Bilingual.ts"
import * as SuppositionName from "./SuppositionName.ts"

/** A supposed change of the link; without a supposition when its text cannot be parsed. */
export interface ListedSupposition {
  readonly text: string
  readonly supposition: Supposition.Supposition | undefined
  readonly refusals: ReadonlyArray<Refusal.Refusal>
}

export interface Sandbox {
  readonly list: ReadonlyArray<ListedSupposition>
  /** What a rule of the plan refuses. */
  readonly refusals: ReadonlyArray<Refusal.Refusal>
  /** Undefined when there is no change, or one is refused. */
  readonly result: WhatIfSheet.WhatIfSheet | undefined
}

/** Returns the sandbox of suppositions as text, on the end of a ledger. */
export const of = (ledger: Ledger.Ledger, texts: ReadonlyArray<string>, say: Say): Sandbox => {
  const parsed = texts.map((text) => ({ text, supposition: Supposition.parse(text) }))
  const known = parsed.flatMap(({ supposition }) => (supposition === undefined ? [] : [supposition]))
  if (known.length === 0 || known.length < parsed.length)
    return { list: parsed.map((one) => ({ ...one, refusals: [] })), refusals: [], result: undefined }
  const made = WhatIf.of(ledger, known, {
    sha256: hash,
    reasonOf: (one) => SuppositionName.of(one, say),
  })
  const refused = Result.isFailure(made) ? made.failure : []
  const refusalsOf = (index: number | undefined) =>
    refused.filter(({ supposition }) => supposition === index).map(({ refusal }) => refusal)
  return {
    list: parsed.map((one, index) => ({ ...one, refusals: refusalsOf(index) })),
    refusals: refusalsOf(undefined),
    result: Result.isFailure(made)
      ? undefined
      : Result.getOrUndefined(WhatIfSheet.of(made.success, Ledger.position(ledger))),
  }
}
