/**
 * The error of every function of this package: an `Error` with a stable code and the facts behind it.
 *
 * ```ts
 * const refused = await open(journal)
 *   .then((budget) => budget.statement("M2", { at: "plan:2030/9" }))
 *   .catch((error: unknown) => error)
 * refused instanceof GrootboekError && refused.code // => "UnknownMoment"
 * ```
 */
import type { Finding, JournalStore, Refusal, Replay, StoreAddress } from "@grootboek/core"
import { Fault } from "@grootboek/csv"
import {
  AddressText,
  DamageText,
  FindingText,
  type Language,
  RefusalText,
  StoreText,
} from "@grootboek/report"
import { Fault as SheetFault } from "@grootboek/xlsx"

/** A request that was refused, and the reason. A rule of the plan has no request. */
export interface RefusedId {
  readonly id: string | undefined
  readonly reason: Refusal.Refusal
}

/** What went wrong, by kind. */
export type ErrorFacts =
  /** A question or a request was refused: the first reason, and all of them with the ids of their requests. */
  | { readonly kind: "refused"; readonly reason: Refusal.Refusal; readonly all: ReadonlyArray<RefusedId> }
  /** Ids that the journal has with other content. */
  | { readonly kind: "conflict"; readonly ids: ReadonlyArray<string> }
  /** Rows of a file that cannot be read. */
  | { readonly kind: "file"; readonly faults: ReadonlyArray<Fault.Fault> }
  /** A spreadsheet that cannot be read. */
  | { readonly kind: "sheet"; readonly file: string; readonly fault: SheetFault.SheetFault }
  /** The store could not do its work. */
  | { readonly kind: "store"; readonly error: JournalStore.StoreError }
  /** The journal is damaged from this entry on. */
  | { readonly kind: "damaged"; readonly damage: Replay.ReplayError }
  /** An export is damaged, cut, or has no last line. */
  | { readonly kind: "archive"; readonly findings: ReadonlyArray<Finding.Finding> }
  /** The address of a server is not a URL, or of another kind of server. It may hold a password and is not repeated. */
  | { readonly kind: "address"; readonly address: StoreAddress.AddressRefused }
  /** A package or a file that is needed is not there. */
  | { readonly kind: "missing"; readonly what: string; readonly install?: string }

/** The stable name of what went wrong. */
export type ErrorCode =
  | Refusal.Refusal["_tag"]
  | Fault.Fault["_tag"]
  | SheetFault.SheetFault["_tag"]
  | Exclude<JournalStore.StoreError["_tag"], "StoreFailed">
  | Extract<JournalStore.StoreError, { readonly _tag: "StoreFailed" }>["problem"]["code"]
  | Replay.ReplayError["_tag"]
  | Finding.Finding["code"]
  | StoreAddress.AddressRefused["_tag"]
  | "IdConflict"
  | "FileRejected"
  | "Damaged"
  | "Missing"

/**
 * The error of this package. `code` is the name of the first fact (`YearIsClosed`, `HashMismatch`, `PositionConflict`, …),
 * stable across versions; `facts` has the values behind it; `message` is in the language of the ledger.
 */
export class GrootboekError extends Error {
  override readonly name = "GrootboekError"
  readonly code: ErrorCode
  readonly facts: ErrorFacts

  constructor(facts: ErrorFacts, options: { readonly language?: Language; readonly cause?: unknown } = {}) {
    super(
      text(facts, options.language ?? "en"),
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.code = codeOf(facts)
    this.facts = facts
  }

  /** Returns the message in a language. */
  in(language: Language): string {
    return text(this.facts, language)
  }

  /** Returns the code, the message and the facts, for a log. */
  toJSON(): { readonly code: ErrorCode; readonly message: string; readonly facts: ErrorFacts } {
    return { code: this.code, message: this.message, facts: this.facts }
  }
}

/** Returns the error of a question that was refused. */
export const refused = (reason: Refusal.Refusal, language: Language): GrootboekError =>
  new GrootboekError({ kind: "refused", reason, all: [{ id: undefined, reason }] }, { language })

const codeOf = (facts: ErrorFacts): ErrorCode => {
  switch (facts.kind) {
    case "refused":
      return facts.reason._tag
    case "conflict":
      return "IdConflict"
    case "file":
      return facts.faults[0]?._tag ?? "FileRejected"
    case "sheet":
      return facts.fault._tag
    case "store":
      return facts.error._tag === "StoreFailed" ? facts.error.problem.code : facts.error._tag
    case "damaged":
      return facts.damage._tag
    case "archive":
      return facts.findings[0]?.code ?? "Damaged"
    case "address":
      return facts.address._tag
    case "missing":
      return "Missing"
  }
}

const text = (facts: ErrorFacts, language: Language): string => {
  switch (facts.kind) {
    case "refused":
      return facts.all
        .map(
          ({ id, reason }) => `${id === undefined ? "" : `${id}: `}${RefusalText.message(reason, language)}`,
        )
        .join("\n")
    case "conflict":
      return {
        en: `The journal has other content for ${facts.ids.join(", ")}. Nothing was written. Give the request another id.`,
        nl: `Het journaal bevat andere inhoud voor ${facts.ids.join(", ")}. Er is niets geschreven. Geef de aanvraag een andere code.`,
      }[language]
    case "file":
      return facts.faults.map((fault) => Fault.message(fault, language)).join("\n")
    case "sheet":
      return `${facts.file}: ${SheetFault.message(facts.fault, language)}`
    case "store":
      return StoreText.message(facts.error, language)
    case "damaged":
      return DamageText.message(facts.damage, language)
    case "archive":
      return facts.findings.map((finding) => FindingText.message(finding, language)).join("\n")
    case "address":
      if (facts.address._tag === "NotAnOption") return AddressText.option(facts.address.option)[language]
      return {
        en: `The ${facts.address.scheme} address cannot be read. Write a server as postgres://ROLE@HOST/DATABASE?ledger=NAME.`,
        nl: `Het ${facts.address.scheme}-adres is niet leesbaar. Schrijf een server als postgres://ROL@SERVER/DATABANK?ledger=NAAM.`,
      }[language]
    case "missing":
      return {
        en: `${facts.what} is missing. ${facts.install === undefined ? "Check the path." : `Install it with: ${facts.install}`}`,
        nl: `${facts.what} ontbreekt. ${facts.install === undefined ? "Controleer het pad." : `Installeer met: ${facts.install}`}`,
      }[language]
  }
}
