/** `grootboek lake export`: the new entries of ledgers as Parquet files. */
import type { Json } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as InputFile from "../output/InputFile.ts"
import * as Progress from "../output/Progress.ts"
import { inform, printJson } from "../output/Stdio.ts"
import { storeError } from "../session/CoreFailure.ts"
import * as LakePackage from "../session/LakePackage.ts"
import * as LakeSource from "../session/LakeSource.ts"
import * as LakeMessage from "../words/LakeMessage.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const exportLake = Command.define({
  name: "lake export",
  about: {
    en: "write the new entries of ledgers to Parquet files, for SQL over many authorities",
    nl: "schrijf de nieuwe boekingen van grootboeken naar Parquet-bestanden, voor SQL over veel besturen",
  },
  more: {
    en: [
      "Writes only what the folder does not have yet, and the manifest of each ledger last.",
      "A ledger is called as its file, or as its name on the server.",
      "",
      "Example: grootboek lake export lake --ledger gemeente.db --ledger ocmw.db",
    ].join("\n"),
    nl: [
      "Schrijft alleen wat de map nog niet bevat, en de inventaris van elk grootboek als laatste.",
      "Een grootboek heet zoals zijn bestand, of zoals zijn naam op de server.",
      "",
      "Voorbeeld: grootboek lake export datameer --ledger gemeente.db --ledger ocmw.db",
    ].join("\n"),
  },
  args: { dir: common.lakeFolder },
  options: {
    ledger: Parameter.requiredOnce(
      Parameter.repeated("LEDGER", {
        en: "a ledger: a SQLite file, a postgres:// URL, or every ledger of routes:FILE; may be repeated",
        nl: "een grootboek: een SQLite-bestand, een postgres://-URL, of elk grootboek van routes:BESTAND; mag herhaald worden",
      }),
    ),
    all: Parameter.flag({
      en: "every ledger of the servers that --ledger names",
      nl: "elk grootboek van de servers die --ledger opgeeft",
    }),
    format: common.format(["text", "json"]),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const { Exporter, Folder } = yield* LakePackage.load
    const files = Folder.of(args.dir)
    const exported: Array<Json.LakeExportDocument["ledgers"][number]> = []
    for (const { store, ledger, name } of yield* LakeSource.open(options.ledger, options.all)) {
      const { position: last } = yield* Effect.mapError(store.head(ledger), storeError)
      const progress = Progress.start(name, last)
      const { manifest, entries, rows, bytes } = yield* Exporter.run(files, {
        store,
        ledger,
        name,
        sha256: InputFile.sha256,
        progress: progress.to,
      }).pipe(
        Effect.mapError(LakePackage.exportFailure(args.dir)),
        Effect.ensuring(Effect.sync(progress.stop)),
      )
      const { position, hash } = manifest
      exported.push({ ledger: name, position, hash, entries, rows, bytes })
      if (options.format === "text")
        yield* inform(language, LakeMessage.exported(name, { entries, rows, bytes, position }))
    }
    if (options.format === "json") yield* printJson({ ledgers: exported } satisfies Json.LakeExportDocument)
  }),
})
