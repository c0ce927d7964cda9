/** `grootboek template`: an empty table to complete, with a comment and examples. */
import { Layout, Template } from "@grootboek/csv"
import * as Effect from "effect/Effect"
import * as TemplateFile from "../session/TemplateFile.ts"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import * as TemplateMessage from "../words/TemplateMessage.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

const tablesOfKinds = Layout.kindsWithTables.flatMap(Template.tables)

export const template = Command.define({
  name: "template",
  about: {
    en: "write an empty table to complete and import, with examples",
    nl: "schrijf een lege tabel om in te vullen en te importeren, met voorbeelden",
  },
  more: {
    en: [
      "The second row is a comment that begins with #. An import leaves such rows out.",
      "structure, rules, indicators and texts have several tables: --table chooses one. A workbook without --table has a sheet for each.",
      "",
      "Examples:",
      "  grootboek template lines --format xlsx --out lines.xlsx",
      "  grootboek template structure --table goals --out goals.csv",
    ].join("\n"),
    nl: [
      "De tweede rij is een opmerking die met # begint. Een import laat zulke rijen weg.",
      "structure, rules, indicators en texts hebben verschillende tabellen: --table kiest er één. Een werkmap zonder --table heeft een blad voor elke tabel.",
      "",
      "Voorbeelden:",
      "  grootboek template lines --format xlsx --out lines.xlsx",
      "  grootboek template structure --table goals --out goals.csv",
    ].join("\n"),
  },
  args: {
    kind: Parameter.required(
      Parameter.choice("KIND", Layout.kinds, {
        en: "what the file will hold",
        nl: "wat het bestand zal bevatten",
      }),
    ),
  },
  options: {
    table: Parameter.choice("NAME", tablesOfKinds, {
      en: "the table, of a kind that has several",
      nl: "de tabel, bij een soort met verschillende tabellen",
    }),
    years: Parameter.withDefault(
      Parameter.parsed(
        Parameter.text("FIRST_LAST", {
          en: "the years of the columns (default: 2026-2031)",
          nl: "de jaren van de kolommen (standaard: 2026-2031)",
        }),
        yearsOf,
        UsageMessage.notYears,
      ),
      [2026, 2027, 2028, 2029, 2030, 2031],
    ),
    format: Parameter.withDefault(
      Parameter.choice("FORMAT", ["csv", "xlsx"], {
        en: "the format of the file (default: csv)",
        nl: "het formaat van het bestand (standaard: csv)",
      }),
      "csv",
    ),
    out: common.out,
  },
  run: Effect.fnUntraced(function* ({ args, options, language }) {
    const { format, out, years } = options
    const tables = yield* tablesOf(args.kind, options)
    const templates = tables.map((table) => Template.of(table, { years, language }))
    const [first] = templates
    const content =
      format === "xlsx" || first === undefined ? yield* TemplateFile.xlsx(templates) : TemplateFile.csv(first)
    yield* Answer.write(content, out, language)
  }),
})

const tablesOf = (
  kind: Layout.ImportKind,
  { table, format }: { readonly table: Layout.LayoutName | undefined; readonly format: "csv" | "xlsx" },
): Effect.Effect<ReadonlyArray<Layout.LayoutName>, CommandFailure> => {
  const tables = Template.tables(kind)
  if (table !== undefined)
    return tables.includes(table)
      ? Effect.succeed([table])
      : Effect.fail(usage(TemplateMessage.tableOfOtherKind(table, kind, tables)))
  return tables.length === 1 || format === "xlsx"
    ? Effect.succeed(tables)
    : Effect.fail(usage(TemplateMessage.tableMissing(kind, tables)))
}

function yearsOf(words: string): ReadonlyArray<number> | undefined {
  const [, first = "", last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(words) ?? []
  const count = Number(last) - Number(first) + 1
  return first === "" || count < 1 || count > 30
    ? undefined
    : Array.from({ length: count }, (_, index) => Number(first) + index)
}
