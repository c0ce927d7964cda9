/**
 * The selector of a leaf row: conditions on the places it counts, all of which must be met.
 *
 * ```ts
 * const place = { ...rent, phase: "estimate" } as const
 * const dimensions = Dimension.of(plan.structure, place)
 * Dimension.isUnplaced(dimensions) || Selector.matches({ direction: "U", accounts: ["61"] }, place, dimensions) // => true
 * Selector.format({ direction: "U", accounts: ["61"] }) // => "estimate, all sections, U, accounts 61…"
 * ```
 */
import type { Direction, Phase, Place } from "../value/BudgetLine.ts"
import { dutch, type Section } from "../value/Section.ts"
import type { Dimensions } from "./Dimension.ts"

/** Conditions on a place; omitted conditions match every value. Without a phase, estimates are counted. */
export interface Selector {
  readonly phase?: Phase | undefined
  readonly section?: Section | undefined
  readonly direction?: Direction | undefined
  /** Exactly this T2 leaf row. */
  readonly row?: string | undefined
  /** A T2 row at or below one of these. */
  readonly under?: ReadonlyArray<string> | undefined
  /** An account that begins with one of these. */
  readonly accounts?: ReadonlyArray<string> | undefined
  /** No account that begins with one of these. */
  readonly notAccounts?: ReadonlyArray<string> | undefined
  readonly part?: string | undefined
  /** Exactly one of these parts. */
  readonly parts?: ReadonlyArray<string> | undefined
}

/** Whether a place is counted. Without a section, the three sections of T2 are counted, not results. */
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

const words = {
  en: {
    phase: { estimate: "estimate", actual: "actual", debt: "debt", commitment: "commitment" },
    section: {
      operating: "operating",
      investment: "investment",
      financing: "financing",
      result: "result",
    },
    anywhere: "all sections",
    row: "row",
    under: "rows under",
    accounts: "accounts",
    notAccounts: "no accounts",
    part: "part",
    notional: "notional",
    parts: "parts",
  },
  nl: {
    phase: { estimate: "raming", actual: "aanrekening", debt: "schuld", commitment: "vastlegging" },
    section: dutch,
    anywhere: "alle secties",
    row: "rij",
    under: "rijen onder",
    accounts: "rekeningen",
    notAccounts: "geen rekeningen",
    part: "deel",
    notional: "aangewezen",
    parts: "delen",
  },
} as const

/** Formats a selector for readers: `operating, U, row I.A.1`; in Dutch `exploitatie, U, rij I.A.1`. */
export const format = (selector: Selector, language: "en" | "nl" = "en"): string => {
  const named = words[language]
  const accounts = (prefixes: ReadonlyArray<string>) => prefixes.map((prefix) => `${prefix}…`).join(", ")
  return [
    named.phase[selector.phase ?? "estimate"],
    selector.section === undefined ? named.anywhere : named.section[selector.section],
    selector.direction,
    selector.row === undefined ? undefined : `${named.row} ${selector.row}`,
    selector.under === undefined ? undefined : `${named.under} ${selector.under.join(", ")}`,
    selector.accounts === undefined ? undefined : `${named.accounts} ${accounts(selector.accounts)}`,
    selector.notAccounts === undefined ? undefined : `${named.notAccounts} ${accounts(selector.notAccounts)}`,
    selector.part === undefined
      ? undefined
      : `${named.part} ${selector.part === "notional" ? named.notional : selector.part}`,
    selector.parts === undefined ? undefined : `${named.parts} ${selector.parts.join(", ")}`,
  ]
    .filter((condition) => condition !== undefined)
    .join(", ")
}

const isUnder = (row: string, above: string): boolean =>
  row === above || row.startsWith(`${above}.`) || row.startsWith(`${above}-`)
