/** `grootboek restore`: an exported journal into an empty ledger, or the rest of it into a shorter one. */
import { Archive } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as InputFile from "../output/InputFile.ts"
import { inform } from "../output/Stdio.ts"
import { storeError } from "../session/CoreFailure.ts"
import * as Store from "../session/Store.ts"
import { refused } from "../words/CommandFailure.ts"
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
  args: {
    file: Parameter.required(
      Parameter.text("file", { en: "the exported journal", nl: "het geëxporteerde journaal" }),
    ),
  },
  options: { ledger: common.ledger },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const { bytes, name } = yield* InputFile.read(args.file)
    const archive = Archive.read(bytes, InputFile.sha256)
    if (archive.findings.length > 0) {
      const lines = archive.findings.map((finding) => FileMessage.finding(name, finding))
      return yield* Effect.fail(refused(...lines))
    }
    const { store, ledger } = yield* Store.open(options.ledger, "create")
    const stored = yield* store.read(ledger, 0).pipe(Stream.runCollect, Effect.mapError(storeError))
    const other = stored.find((sealed, index) => archive.sealed[index]?.hash !== sealed.hash)
    if (other !== undefined) {
      return yield* Effect.fail(refused(LedgerMessage.isAnotherJournal(options.ledger, other.position)))
    }
    const added = archive.sealed.slice(stored.length)
    yield* Effect.mapError(store.restore(ledger, stored.length, added), storeError)
    yield* inform(language, LedgerMessage.restored(options.ledger, added.length, stored.length))
    return 0 as const
  }),
})
