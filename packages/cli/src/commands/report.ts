/** `grootboek report`: the audit pack – every statement, difference, explanation, the journal, and one page that shows it all. */
import { join } from "node:path"
import { Archive, formIds, Ledger } from "@grootboek/core"
import { Folder, later } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as File from "../File.ts"
import { refusal, storeError } from "../Messages.ts"
import * as Moment from "../Moment.ts"
import { tell } from "../Output.ts"
import * as Progress from "../Progress.ts"
import * as Session from "../Session.ts"
import { atOption, ledgerOption, required, type Spec, text } from "../Spec.ts"
import * as Verified from "../Verified.ts"

export const report: Spec = {
  name: "report",
  about: {
    en: "write the audit pack: statements, diffs, explanations, journal, audit page",
    nl: "schrijf het auditpakket: schema's, verschillen, verklaringen, journaal, auditpagina",
  },
  more: {
    en: "Open audit.html in any browser: it replays and verifies the journal by itself, without a server.",
    nl: "Open audit.html in een browser: de pagina herspeelt en verifieert het journaal zelf, zonder server.",
  },
  takes: [],
  options: [
    ledgerOption,
    { name: "out", value: "DIR", required: true, about: { en: "the folder to write it to", nl: "de map" } },
    atOption,
  ],
  run: Effect.fnUntraced(function* (given) {
    // Loaded only here: the page brings its own program along, and the workbook a library.
    const { AuditPage } = yield* Effect.promise(() => import("@grootboek/audit-page"))
    const { Book } = yield* Effect.promise(() => import("@grootboek/xlsx"))
    const out = required(given, "out")
    const { language } = given
    const { store, name, ledger, head } = yield* Session.open(given)
    const sealed = yield* store.read(name, 0).pipe(Stream.runCollect, Effect.mapError(storeError))
    const at = yield* Moment.resolve(ledger, text(given, "at"))
    const verification = Verified.held(ledger, head)
    const made = new Date().toISOString()
    const more = [
      later("journal.ndjson", () => new TextDecoder().decode(Archive.write(sealed))),
      later("audit.html", () => AuditPage.render({ journal: sealed, language, made, maker: "grootboek" })),
    ]
    const files = Folder.of(ledger, { language, at, verification, more })
    if (Result.isFailure(files)) return yield* Effect.fail(refusal(files.failure))
    const progress = Progress.start("report", files.success.length)
    for (const [index, file] of files.success.entries()) {
      yield* File.write(join(out, file.path), file.text)
      progress.to(index + 1)
    }
    progress.stop()
    const filled = formIds.map((form) => Ledger.statement(ledger, form, { at })).filter(Result.isSuccess)
    yield* File.write(join(out, "statements.xlsx"), yield* Book.write(filled.map(({ success }) => success)))
    yield* tell(language, {
      en: `${out}: ${files.success.length + 1} files; open ${join(out, "audit.html")} in a browser`,
      nl: `${out}: ${files.success.length + 1} bestanden; open ${join(out, "audit.html")} in een browser`,
    })
    return 0 as const
  }, Effect.scoped),
}
