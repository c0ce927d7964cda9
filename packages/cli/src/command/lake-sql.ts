/** `grootboek lake sql`: a form as one SQL query over all ledgers of a lake. */
import { resolve } from "node:path"
import { formIds, Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { accepted } from "../session/CoreFailure.ts"
import * as LakePackage from "../session/LakePackage.ts"
import { refused } from "../words/CommandFailure.ts"
import * as LakeMessage from "../words/LakeMessage.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as Conditional from "./Conditional.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

export const sqlOfLake = Command.define({
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
    const query = yield* accepted(FormQuery.compile({ form, at, years, conditional }, dialect))
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
