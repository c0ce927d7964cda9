/** What `verify` found: entries read, everything that is wrong with them, and the norms of the plan. */
import type { Check, Ledger, Norm } from "@grootboek/core"
import * as DamageText from "../words/DamageText.ts"
import type { Language } from "../words/Language.ts"
import * as LawText from "../words/LawText.ts"
import * as NormText from "../words/NormText.ts"

/** Something wrong: a broken hash or chain, or a law that does not hold. `code` is stable, `message` is for people. */
export interface Found {
  readonly position: number
  readonly code: string
  readonly message: string
  /** Where in the entry: a field, and the byte of the entry at which it begins. */
  readonly at?: { readonly field: string; readonly offset: number }
}

/** A journal verified. */
export interface VerifiedJournal {
  /** How many entries the journal has. */
  readonly entries: number
  /** The hash of the last entry. */
  readonly head: string
  readonly findings: ReadonlyArray<Found>
  /** The laws held against it; what does not hold is a finding. */
  readonly laws?: ReadonlyArray<Check.LawCheck>
  readonly norms: ReadonlyArray<Norm.NormCheck>
}

/** Whether all that binds holds. A commitment or an indicator that is missed does not make a journal unsound. */
export const ok = ({ findings, laws = [], norms }: VerifiedJournal): boolean =>
  findings.length === 0 &&
  laws.every(({ breaches }) => breaches.length === 0) &&
  norms.every(({ holds, level }) => holds || level !== "required")

/** Everything that makes it not ok: what was found, then broken laws, then the required norms that are missed. */
export const findings = (
  { findings, laws = [], norms, entries }: VerifiedJournal,
  language: Language,
): ReadonlyArray<Found> => [
  ...findings,
  ...laws.flatMap(({ law, breaches }) =>
    breaches.map((breach) => ({
      position: breach.position,
      code: law,
      message: LawText.message(law, breach, language),
    })),
  ),
  ...norms
    .filter(({ holds, level }) => !holds && level === "required")
    .map((check) => ({
      position: entries,
      code: "NormNotMet",
      message: NormText.message(check, language),
    })),
]

/** What stopped a replay, as a finding. */
export const ofDamage = (damage: Ledger.ReplayError, language: Language): Found => ({
  position: damage.position,
  code: damage._tag,
  message: DamageText.message(damage, language),
})
