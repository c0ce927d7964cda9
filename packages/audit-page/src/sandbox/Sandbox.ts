/** The plan beside itself with supposed changes: M2, what followed by rule, and the norms, all computed by core. */
import { Ledger, type Refusal } from "@grootboek/core"
import { DecisionFile, Supposition, WhatIf } from "@grootboek/core/answer"
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

/** The result of the suppositions of a link. */
export interface Sandbox {
  readonly list: ReadonlyArray<ListedSupposition>
  /** What a rule of the plan refuses. */
  readonly refusals: ReadonlyArray<Refusal.Refusal>
  /** Undefined when there is no change, or one is refused. */
  readonly result: SandboxResult | undefined
}

/** The changes, and the plan before and after them. */
export interface SandboxResult {
  readonly changes: WhatIf.WhatIf["changes"]
  readonly file: DecisionFile.DecisionFile
  /** The rows of M2 that change, and those of the result and the margin. */
  readonly rows: ReadonlyArray<DecisionFile.DecisionEffect>
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
      : Result.getOrUndefined(resultOf(made.success, Ledger.position(ledger))),
  }
}

const resultOf = (
  { ledger, label, changes }: WhatIf.WhatIf,
  after: number,
): Result.Result<SandboxResult, Refusal.Refusal> =>
  Result.gen(function* () {
    const file = yield* DecisionFile.of(ledger, label, { after })
    const [old, now] = [
      yield* Ledger.statement(ledger, "M2", { at: after }),
      yield* Ledger.statement(ledger, "M2"),
    ]
    const isKey = (section: string, code: string): boolean =>
      file.effects.some((effect) => effect.section === section && effect.code === code)
    const rows = now.rows.flatMap(({ section, code, label, cells }, index) => {
      const before = (old.rows[index]?.cells ?? []).map(({ exact }) => exact)
      const amounts = cells.map(({ exact }) => exact)
      const isChanged = amounts.some((amount, at) => amount !== before[at])
      return isChanged || isKey(section, code) ? [{ section, code, label, old: before, new: amounts }] : []
    })
    return { changes, file, rows }
  })
