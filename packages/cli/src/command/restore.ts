/** `grootboek restore`: an exported journal into an empty ledger, or the rest of it into a shorter one. */
import { JournalStore } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Garbage from "../output/Garbage.ts"
import * as InputFile from "../output/InputFile.ts"
import { inform } from "../output/Stdio.ts"
import * as ArchiveFile from "../session/ArchiveFile.ts"
import { storeError } from "../session/CoreFailure.ts"
import * as Store from "../session/Store.ts"
import { environment, refused } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const restore = Command.define({
  name: "restore",
  about: {
    en: "restore an exported journal, verified first",
    nl: "zet een geëxporteerd journaal terug, na controle",
  },
  more: {
    en: "Checks the hashes and the content of every entry first, as verify does. Nothing is written when there is a finding.",
    nl: "Controleert eerst de hash en de inhoud van elke boeking, zoals verify. Bij een bevinding wordt er niets geschreven.",
  },
  args: {
    file: Parameter.required(
      Parameter.text("file", { en: "the exported journal", nl: "het geëxporteerde journaal" }),
    ),
  },
  options: { ledger: common.ledger },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const file = yield* InputFile.chunked(args.file)
    // Every line of such a file would be a finding.
    if (ArchiveFile.isUtf16(file)) return yield* Effect.fail(refused(FileMessage.journalInUtf16(file.name)))
    const { head, findings, remarks } = yield* Garbage.streamed(ArchiveFile.audit(file))
    if (findings.length > 0) {
      const lines = findings.slice(0, mostLines).map((finding) => FileMessage.finding(file.name, finding))
      const more = findings.length - lines.length
      return yield* Effect.fail(refused(...lines, ...(more > 0 ? [FileMessage.moreFindings(more)] : [])))
    }
    const opened = yield* Store.open(options.ledger, "create")
    const { present, other } = yield* ArchiveFile.compare(file, opened)
    if (other !== undefined)
      return yield* Effect.fail(refused(LedgerMessage.isAnotherJournal(options.ledger, other)))
    const added = head.position - present
    if (added > 0) {
      const restored = yield* Effect.mapError(
        Garbage.streamed(JournalStore.restoreAll(opened, present, ArchiveFile.pages(file, present))),
        storeError,
      )
      if (restored.hash !== head.hash) return yield* Effect.fail(environment(FileMessage.changed(args.file)))
    }
    yield* inform(language, LedgerMessage.restored(options.ledger, added, present))
    for (const remark of remarks.slice(0, mostLines))
      yield* inform(language, FileMessage.remark(file.name, remark))
  }),
})

// A file that is not an export has a finding for every line.
const mostLines = 200
