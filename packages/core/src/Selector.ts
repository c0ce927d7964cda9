/** Which places a leaf row of a form counts: conditions that must all hold. */
import type { Direction, Phase, Place } from "./BudgetLine.ts"
import type { Dimensions } from "./Dimension.ts"
import type { Section } from "./Section.ts"

/** Conditions on a place; what is left out does not matter. Without a phase, estimates are meant. */
export interface Selector {
  readonly phase?: Phase
  readonly section?: Section
  readonly direction?: Direction
  /** Exactly this T2 leaf row. */
  readonly row?: string
  /** A T2 row at or below one of these. */
  readonly under?: ReadonlyArray<string>
  /** An account that begins with one of these. */
  readonly accounts?: ReadonlyArray<string>
  /** No account that begins with one of these. */
  readonly notAccounts?: ReadonlyArray<string>
  readonly part?: string
  /** Exactly one of these parts. */
  readonly parts?: ReadonlyArray<string>
}

/** Whether a place is counted. Without a section, the three that T2 has are meant, not results. */
export const matches = (selector: Selector, place: Place, dimensions: Dimensions): boolean =>
  place.phase === (selector.phase ?? "estimate") &&
  (selector.section === undefined
    ? dimensions.section !== "result"
    : dimensions.section === selector.section) &&
  (selector.direction === undefined || place.direction === selector.direction) &&
  (selector.row === undefined || dimensions.row === selector.row) &&
  (selector.under === undefined || selector.under.some((row) => isUnder(dimensions.row, row))) &&
  (selector.accounts === undefined || selector.accounts.some((prefix) => place.account.startsWith(prefix))) &&
  (selector.notAccounts === undefined ||
    !selector.notAccounts.some((prefix) => place.account.startsWith(prefix))) &&
  (selector.part === undefined || place.part === selector.part) &&
  (selector.parts === undefined || (place.part !== undefined && selector.parts.includes(place.part)))

/** A selector as a reader sees it: `operating, U, row I.A.1`. */
export const format = (selector: Selector): string =>
  [
    selector.phase ?? "estimate",
    selector.section ?? "all sections",
    selector.direction,
    selector.row === undefined ? undefined : `row ${selector.row}`,
    selector.under === undefined ? undefined : `rows under ${selector.under.join(", ")}`,
    selector.accounts === undefined
      ? undefined
      : `accounts ${selector.accounts.map((prefix) => `${prefix}…`).join(", ")}`,
    selector.notAccounts === undefined
      ? undefined
      : `no accounts ${selector.notAccounts.map((prefix) => `${prefix}…`).join(", ")}`,
    selector.part === undefined ? undefined : `part ${selector.part}`,
    selector.parts === undefined ? undefined : `parts ${selector.parts.join(", ")}`,
  ]
    .filter((condition) => condition !== undefined)
    .join(", ")

const isUnder = (row: string, above: string): boolean =>
  row === above || row.startsWith(`${above}.`) || row.startsWith(`${above}-`)
