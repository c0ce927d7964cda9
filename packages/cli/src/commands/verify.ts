/** `grootboek verify`: re-reads and re-hashes every entry, holds the laws and the norms against the plan, and tells all. */
import { Verify } from "@grootboek/core"
import { FindingText, type VerifiedJournal } from "@grootboek/report"
import * as Effect from "effect/Effect"
import type { Failure } from "../Failure.ts"
import { sha256 } from "../File.ts"
import type { Language } from "../Language.ts"
import { storeError } from "../Messages.ts"
import { print } from "../Output.ts"
import * as Render from "../Render.ts"
import * as Session from "../Session.ts"
import { formatOption, ledgerOption, required, type Spec } from "../Spec.ts"
import * as Store from "../Store.ts"
import * as Verified from "../Verified.ts"

export const verify: Spec = {
  name: "verify",
  about: {
    en: "re-hash every entry, check laws and norms, and list all findings",
    nl: "herbereken elke hash, toets wetten en normen, en toon alle bevindingen",
  },
  more: {
    en: "Exits 1 for damage, a broken law or a required norm; not for commitments and indicators.",
    nl: "Eindigt met 1 bij schade, een gebroken wet of een verplichte norm; niet bij engagementen en indicatoren.",
  },
  takes: [],
  options: [ledgerOption, formatOption(["text", "json"])],
  run: Effect.fnUntraced(function* (given) {
    const opened = yield* Store.open(required(given, "ledger"), "readonly")
    const report = yield* Effect.mapError(Verify.ledger(opened.store, opened.ledger, sha256), storeError)
    const verification = yield* report.findings.length > 0 ? damaged(report, given.language) : held(opened)
    yield* print(Render.verification(verification, Render.wanted(given)))
    return Render.isSound(verification) ? (0 as const) : (1 as const)
  }, Effect.scoped),
}

const damaged = (report: Verify.Report, language: Language): Effect.Effect<VerifiedJournal.VerifiedJournal> =>
  Effect.succeed({
    entries: report.entries,
    head: report.head.hash,
    findings: report.findings.map((finding) => ({
      position: finding.position,
      code: finding.code,
      message: FindingText.message(finding, language),
      at: { field: finding.field, offset: finding.offset },
    })),
    norms: [],
  })

// Laws and norms are read from a journal that is sound; of a damaged one they would say nothing.
const held = ({ store, ledger }: Store.Opened): Effect.Effect<VerifiedJournal.VerifiedJournal, Failure> =>
  Effect.map(Session.replay(store, ledger, Number.POSITIVE_INFINITY), (replayed) =>
    Verified.held(replayed.ledger, replayed.head),
  )
