/** `grootboek report`: the audit pack – statements, differences, explanations, the journal, the audit page and the policy report. */
import { join } from "node:path"
import { Archive } from "@grootboek/core"
import { Audit } from "@grootboek/core/ledger"
import { Folder, PolicyReport, VerifiedJournal, written } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as Garbage from "../output/Garbage.ts"
import { sha256 } from "../output/InputFile.ts"
import * as OutputFolder from "../output/OutputFolder.ts"
import * as Progress from "../output/Progress.ts"
import { inform } from "../output/Stdio.ts"
import * as TableFormat from "../output/TableFormat.ts"
import { accepted, refusal, storeError } from "../session/CoreFailure.ts"
import * as Moment from "../session/Moment.ts"
import * as PolicyReportPackage from "../session/PolicyReportPackage.ts"
import * as Session from "../session/Session.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const report = Command.define({
  name: "report",
  about: {
    en: "write the audit pack: statements, diffs, explanations, journal, audit page, policy report",
    nl: "schrijf de auditmap: schema's, verschillen, uitleg bij cellen, journaal, auditpagina, beleidsrapport",
  },
  more: {
    en: "Open audit.html in a browser: it replays and verifies the journal without a server.",
    nl: "Open audit.html in een browser: de pagina herberekent en controleert het journaal zonder server.",
  },
  args: {},
  options: {
    ledger: common.ledger,
    out: Parameter.required(
      Parameter.text("DIR", { en: "the folder to write to", nl: "de map om in te schrijven" }),
    ),
    at: common.at,
    "made-at": common.madeAt,
    csv: Parameter.withDefault(Answer.csv, "be"),
  },
  run: Effect.fnUntraced(function* ({ options: { out, ...options }, language }) {
    // Loaded on use: the page contains a program of its own.
    const audit = yield* Effect.option(Effect.tryPromise(() => import("@grootboek/audit-page")))
    const office = yield* Effect.option(PolicyReportPackage.load(LedgerMessage.packDocuments))
    const { store, name, ledger } = yield* Session.open(options)
    const sealed = yield* store.read(name, 0).pipe(Stream.runCollect, Effect.mapError(storeError))
    const at = yield* Moment.resolve(ledger, options.at)
    const audited = Audit.all(sealed, { sha256, now: Date.now() })
    const verification = VerifiedJournal.of(audited, language)
    const made = options["made-at"] ?? new Date().toISOString()
    const composed = yield* accepted(PolicyReport.of(ledger, { at, language }))
    const actionPages = Folder.actionPages(ledger, at)
    const linked = Option.isSome(audit) ? { auditPage: "audit.html" } : {}
    const more = [
      written("journal.ndjson", () => new TextDecoder().decode(Archive.write(sealed))),
      ...Option.toArray(audit).map(({ AuditPage }) =>
        written("audit.html", () =>
          AuditPage.render({ journal: sealed, language, made, maker: "grootboek", actionPages }),
        ),
      ),
      ...Option.toArray(office).map(({ Html }) =>
        written("policy-report.html", () => Html.write(composed, linked)),
      ),
    ]
    const books = yield* accepted(Folder.books(ledger, { language, at }))
    const headAt = (position: number) => sealed[position - 1]?.hash
    const sheets = yield* accepted(Folder.documents(ledger, { language, at, headAt }))
    const documents = Option.isSome(office) ? sheets : []
    const files = Folder.of(ledger, {
      books,
      documents,
      language,
      at,
      verification,
      more,
      csv: options.csv,
      headAt,
    })
    if (Result.isFailure(files)) return yield* Effect.fail(refusal(files.failure))
    const pack = yield* OutputFolder.begin(out)
    const contents = [
      ...files.success.map((file) => ({ path: file.path, content: Effect.sync(() => file.text) })),
      ...books.map(({ path, make }) => ({
        path,
        content: Effect.suspend(() => TableFormat.workbook(make())),
      })),
      ...Option.toArray(office).flatMap(({ Docx }) =>
        sheets.map(({ path, make }) => ({ path, content: Effect.promise(() => Docx.write(make())) })),
      ),
    ]
    const progress = Progress.start("report", contents.length, { least: 200 })
    for (const [index, { path, content }] of contents.entries()) {
      yield* pack.write(path, yield* content)
      Garbage.collectBetweenFiles()
      progress.to(index + 1)
    }
    progress.stop()
    yield* pack.finish
    const page = Option.isSome(audit) ? join(out, "audit.html") : undefined
    if (page === undefined)
      yield* inform(language, LedgerMessage.packageMissing(LedgerMessage.auditPage, "@grootboek/audit-page"))
    if (Option.isNone(office))
      yield* inform(
        language,
        LedgerMessage.packageMissing(LedgerMessage.packDocuments, PolicyReportPackage.name),
      )
    yield* inform(language, LedgerMessage.packWritten(out, contents.length, page))
  }),
})
