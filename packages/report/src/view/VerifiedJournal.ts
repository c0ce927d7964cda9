/** The result of `verify`: entries, findings, laws and norms. */
import type { Finding, Remark, Replay } from "@grootboek/core"
import { Check, Norm } from "@grootboek/core/answer"
import type { Audit } from "@grootboek/core/ledger"
import * as Result from "effect/Result"
import * as DamageText from "../words/DamageText.ts"
import * as FindingText from "../words/FindingText.ts"
import type { Language } from "../words/Language.ts"
import * as LawText from "../words/LawText.ts"
import * as NormText from "../words/NormText.ts"
import * as RemarkText from "../words/RemarkText.ts"
import type * as WitnessText from "../words/WitnessText.ts"

/** A finding: a broken hash or chain, or a broken law. `code` is stable, `message` is for people. */
export interface Found {
  readonly position: number
  readonly code: string
  readonly message: string
  /** The field of the entry, and the byte at which it begins. */
  readonly at?: { readonly field: string; readonly offset: number }
  /** The file of the checkpoint that disagrees. */
  readonly file?: string
  /** The code of the reason why an entry is not valid. */
  readonly reason?: string
}

export interface VerifiedJournal {
  /** How many entries the journal has. */
  readonly entries: number
  /** The hash of the last entry. */
  readonly head: string
  readonly findings: ReadonlyArray<Found>
  /** The laws that were checked; every breach is a finding. */
  readonly laws?: ReadonlyArray<Check.LawCheck>
  readonly norms: ReadonlyArray<Norm.NormCheck>
  /** What a person should check, but is not a finding. */
  readonly remarks?: ReadonlyArray<Remark.Remark>
  readonly witness?: WitnessText.Witness
}

/** A finding, with its file when it is about a checkpoint. */
export type FiledFinding = Finding.Finding & { readonly file?: string }

/**
 * Judges a journal whose entries were all read again: its findings; where there are none, also the laws and the norms of
 * its plan, at its end. On a journal that is damaged or not valid, laws and norms mean nothing.
 */
export const of = (
  {
    ledger,
    entries,
    head,
    findings,
    remarks,
  }: Omit<Audit.AuditedJournal, "findings"> & { readonly findings: ReadonlyArray<FiledFinding> },
  language: Language,
): VerifiedJournal => {
  const read = {
    entries,
    head: head.hash,
    findings: findings.map((finding) => ofFinding(finding, language)),
    remarks,
  }
  if (findings.length > 0) return { ...read, norms: [] }
  const norms = Norm.checks(ledger)
  return { ...read, laws: Check.laws(ledger), norms: Result.isSuccess(norms) ? norms.success : [] }
}

/** Returns whether there are no findings. A missed pledge or indicator is not a finding. */
export const ok = ({ findings, laws = [], norms }: VerifiedJournal): boolean =>
  findings.length === 0 &&
  laws.every(({ breaches }) => breaches.length === 0) &&
  norms.every(({ holds, level }) => holds || level !== "required")

/** Returns every finding: damage, then broken laws, then missed required norms. */
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

/** Returns what stopped a replay as a finding. */
export const ofDamage = (damage: Replay.ReplayError, language: Language): Found => ({
  position: damage.position,
  code: damage._tag,
  message: DamageText.message(damage, language),
})

export const ofFinding = (finding: FiledFinding, language: Language): Found => {
  const { position, code, field, offset, facts, file } = finding
  const message = FindingText.message(finding, language)
  const at = { field, offset }
  const found = { position, code, message, at, ...(file === undefined ? {} : { file }) }
  return facts._tag === "InvalidEntry" ? { ...found, reason: facts.reason._tag } : found
}

export const remarks = (
  { remarks = [] }: Pick<VerifiedJournal, "remarks">,
  language: Language,
): ReadonlyArray<Found> =>
  remarks.map((remark) => ({
    position: remark.position,
    code: remark.code,
    message: RemarkText.message(remark, language),
  }))
