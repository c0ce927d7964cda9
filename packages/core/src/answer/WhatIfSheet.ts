/**
 * The effect of supposed changes: their decision file, and every row of M2 that changes.
 *
 * ```ts
 * const supposed = [Supposition.parse("62 +2% 2027")].filter((one) => one !== undefined)
 * const made = Result.getOrThrow(WhatIf.of(ledger, supposed, { sha256 }))
 * const { file, rows } = Result.getOrThrow(WhatIfSheet.of(made, Ledger.position(ledger)))
 * file.changes.map(({ origin, expenditure }) => [origin, Money.format(expenditure)]) // => [["reason", "20.00"], ["rule", "3.00"]]
 * rows.some(({ code }) => code === "I.b") // => true
 * ```
 */
import * as Result from "effect/Result"
import * as Ledger from "../ledger/Ledger.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as DecisionFile from "./DecisionFile.ts"
import type { WhatIf } from "./WhatIf.ts"

/** The supposed changes, their decision file, and rows of M2 before and after them. */
export interface WhatIfSheet {
  readonly changes: WhatIf["changes"]
  readonly file: DecisionFile.DecisionFile
  /** The rows of M2 that change, and those of the result and the margin. */
  readonly rows: ReadonlyArray<DecisionFile.DecisionEffect>
}

/** Returns the sheet of supposed changes, compared with the plan at a position: the end of the journal that they follow. */
export const of = ({ ledger, label, changes }: WhatIf, after: number): Result.Result<WhatIfSheet, Refusal> =>
  Result.gen(function* () {
    const file = yield* DecisionFile.of(ledger, label, { after })
    const old = yield* Ledger.statement(ledger, "M2", { at: after })
    const now = yield* Ledger.statement(ledger, "M2")
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
