/** Places that selectors can distinguish, one for each combination. */
import type { Place } from "../value/BudgetLine.ts"
import { T2 } from "./bbc3/T2.ts"
import type { Dimensions } from "./Dimension.ts"
import type { Selector } from "./Selector.ts"

/** Places that differ only in their account. */
interface Atom {
  readonly places: ReadonlyArray<Place>
  readonly dimensions: Dimensions
}

/**
 * Returns one place for each combination that selectors can distinguish: leaf rows of T2 by account, results and debts
 * by part.
 */
export const of = (selectors: ReadonlyArray<Selector>): ReadonlyArray<Atom> => {
  const accounts = new Set([
    "",
    ...selectors.flatMap((one) => [...(one.accounts ?? []), ...(one.notAccounts ?? [])]),
  ])
  const named = (isWanted: (selector: Selector) => boolean) => [
    ...new Set(
      selectors
        .filter(isWanted)
        .flatMap(({ part, parts = [] }) => (part === undefined ? parts : [part, ...parts])),
    ),
  ]
  const resultParts = named(({ section }) => section === "result")
  const debtParts = named(({ phase }) => phase === "debt")
  const lines = Object.values(T2.rows).flatMap((row) => ("count" in row ? [row.count] : []))
  return [
    ...lines.flatMap(({ section = "operating", direction = "U", row = "" }) =>
      (["estimate", "actual"] as const).map(
        (phase): Atom => ({
          places: [...accounts].map((account) => ({ phase, direction, account })),
          dimensions: { section, row, ...nowhere },
        }),
      ),
    ),
    // A carried result always has one of its parts; earmarked funds and other debts have none.
    ...(resultParts.length > 0 ? resultParts : [undefined]).map(
      (part): Atom => ({
        places: [{ phase: "estimate", direction: "O", account: "", ...partOf(part) }],
        dimensions: result,
      }),
    ),
    { places: [{ phase: "estimate", direction: "U", account: "" }], dimensions: result },
    ...[undefined, ...debtParts].map(
      (part): Atom => ({
        places: [{ phase: "debt", direction: "O", account: "", ...partOf(part) }],
        dimensions: debt,
      }),
    ),
  ]
}

const nowhere = { domain: undefined, action: undefined, policyObjective: undefined }

const result = { section: "result", row: "", ...nowhere } as const

const debt = { section: "financing", row: "", ...nowhere } as const

const partOf = (part: string | undefined) => (part === undefined ? {} : { part })
