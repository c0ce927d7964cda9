/** `grootboek lake`: journals as Parquet files, forms as SQL over them, and the verification of the files. */
import { resolve } from "node:path"
import { type Checkpoint, formIds, Ledger } from "@grootboek/core"
import type { Json } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as InputFile from "../output/InputFile.ts"
import * as Progress from "../output/Progress.ts"
import { inform, printJson } from "../output/Stdio.ts"
import { accepted, storeError } from "../session/CoreFailure.ts"
import * as KeyFile from "../session/KeyFile.ts"
import * as LakePackage from "../session/LakePackage.ts"
import * as LakeSource from "../session/LakeSource.ts"
import { type CommandFailure, refused, usage } from "../words/CommandFailure.ts"
import * as LakeMessage from "../words/LakeMessage.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as Conditional from "./Conditional.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

const dir = Parameter.required(
  Parameter.text("dir", { en: "the folder of the lake", nl: "de map van het datameer" }),
)

const exportLake = Command.define({
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
  args: { dir },
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

const sql = Command.define({
  name: "lake sql",
  about: {
    en: "print a form as one SQL query over all ledgers of a lake",
    nl: "toon een schema als één SQL-opdracht over alle grootboeken van een datameer",
  },
  more: {
    en: [
      "The answer has the exact amount of each cell in micro-euro; a cell without a row is 0. A ledger without the moment is listed in left_out.",
      "With --lake, views over the files come first.",
      "",
      "Example: grootboek lake sql M2 --at plan:2026/1 --dialect duckdb --lake lake | duckdb",
    ].join("\n"),
    nl: [
      "Het antwoord bevat het exacte bedrag van elke cel in micro-euro; een cel zonder rij is 0. Een grootboek zonder het moment staat in left_out.",
      "Met --lake komen eerst de weergaven (VIEW) van de bestanden.",
      "",
      "Voorbeeld: grootboek lake sql M2 --at plan:2026/1 --dialect duckdb --lake datameer | duckdb",
    ].join("\n"),
  },
  args: {
    form: Parameter.required(
      Parameter.text("form", {
        en: `the form: ${formIds.join(", ")}`,
        nl: `het schema: ${formIds.join(", ")}`,
      }),
    ),
  },
  options: {
    at: common.at,
    years: common.years,
    conditional: Conditional.conditional,
    dialect: Parameter.withDefault(
      Parameter.choice("DIALECT", ["duckdb", "postgres", "clickhouse"], {
        en: "the engine that the query is for (default: duckdb)",
        nl: "de databank waarvoor de opdracht dient (standaard: duckdb)",
      }),
      "duckdb",
    ),
    lake: Parameter.text("DIR", {
      en: "the folder of a lake: print its tables before the query",
      nl: "de map van een datameer: toon eerst zijn tabellen",
    }),
    view: Parameter.parsed(
      Parameter.text("NAME", {
        en: "create a view of this name, to ask questions of several forms or moments together",
        nl: "maak een weergave (VIEW) met deze naam, om vragen te stellen over meerdere schema's of momenten samen",
      }),
      (text) => (/^[a-z_][a-z0-9_]{0,62}$/.test(text) ? text : undefined),
      UsageMessage.notAViewName,
    ),
    out: Parameter.text("FILE", { en: "write it to a file", nl: "schrijf het naar een bestand" }),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const { dialect, lake, out, at, years, conditional, view } = options
    const form = yield* accepted(Ledger.formOf(args.form))
    const { Exporter, Folder, FormQuery, LakeViews } = yield* LakePackage.load
    const query = yield* accepted(FormQuery.compile({ form: form, at, years, conditional }, dialect))
    let views = ""
    if (lake !== undefined) {
      const files = Folder.of(lake)
      const failed = LakePackage.exportFailure(lake)
      const ledgers = yield* Effect.mapError(Exporter.ledgers(files), failed)
      if (ledgers.length === 0) return yield* Effect.fail(refused(LakeMessage.notALake(lake)))
      const manifests = yield* Effect.forEach(ledgers, (ledger) =>
        Effect.mapError(Exporter.manifestOf(files, ledger), failed),
      )
      const known = manifests.filter((manifest) => manifest !== undefined)
      views = `${LakeViews.write({ root: resolve(lake), manifests: known }, dialect)}\n`
    }
    const head = view === undefined ? "" : `CREATE OR REPLACE VIEW ${view} AS\n`
    const text = `${views}${head}${query.trimEnd()};\n`
    yield* Answer.write(text, out, language)
  }),
})

const verifyLake = Command.define({
  name: "lake verify",
  about: {
    en: "verify the files of a lake, also against a signed checkpoint",
    nl: "controleer de bestanden van een datameer, ook met een ondertekend controlepunt",
  },
  more: {
    en: "Exit status 1 with findings.\nExample: grootboek lake verify lake --checkpoint checkpoint.txt --key auditor.pub.pem",
    nl: "Afsluitcode 1 bij bevindingen.\nVoorbeeld: grootboek lake verify datameer --checkpoint controlepunt.txt --key auditor.pub.pem",
  },
  args: { dir },
  options: {
    checkpoint: Parameter.text("FILE", {
      en: "a signed checkpoint of a ledger in the lake",
      nl: "een ondertekend controlepunt van een grootboek in het datameer",
    }),
    key: Parameter.text("FILE", {
      en: "the public key of its signer, a PEM file",
      nl: "de publieke sleutel van de ondertekenaar, een PEM-bestand",
    }),
    "key-name": common.keyName,
    format: common.format(["text", "json"]),
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const checkpoint = yield* signed(options)
    const { Folder, Verifier } = yield* LakePackage.load
    const { ledgers, files, findings } = yield* Verifier.run(Folder.of(args.dir), {
      sha256: InputFile.sha256,
      checkpoint,
    }).pipe(Effect.mapError(LakePackage.filesFailed(args.dir)))
    if (ledgers.length === 0 && findings.length === 0)
      return yield* Effect.fail(refused(LakeMessage.notALake(args.dir)))
    if (options.format === "json") {
      yield* printJson({
        ok: findings.length === 0,
        ledgers: ledgers.map(({ ledger, position, hash }) => ({ ledger, position, hash })),
        files,
        findings: findings.map((found) => {
          const { _tag: code, ...facts } = found
          return { code, message: LakeMessage.finding(found)[language], ...facts }
        }),
      } satisfies Json.LakeVerificationDocument)
      return findings.length === 0 ? (0 as const) : (1 as const)
    }
    if (findings.length > 0) return yield* Effect.fail(refused(...findings.map(LakeMessage.finding)))
    yield* inform(language, LakeMessage.intact(args.dir, ledgers.length, files))
    return 0 as const
  }),
})

const signed = Effect.fnUntraced(function* ({
  checkpoint: path,
  key,
  "key-name": keyName,
}: {
  readonly checkpoint: string | undefined
  readonly key: string | undefined
  readonly "key-name": string | undefined
}): Effect.fn.Return<Checkpoint.Checkpoint | undefined, CommandFailure> {
  if (path === undefined && key === undefined) return undefined
  if (path === undefined || key === undefined)
    return yield* Effect.fail(usage(LakeMessage.checkpointNeedsKey))
  const { checkpoint } = yield* KeyFile.checkpoint(path, yield* KeyFile.verifier(key, keyName))
  return checkpoint
})

export const lakes = [exportLake, sql, verifyLake]
