/** `grootboek what-if`: supposed changes beside the plan. Nothing is recorded. */
import { Ledger } from "@grootboek/core"
import { Supposition, WhatIf, WhatIfSheet } from "@grootboek/core/answer"
import { Table as CsvTable, Export } from "@grootboek/csv"
import { Json, WhatIfReport } from "@grootboek/report"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { sha256 } from "../output/InputFile.ts"
import * as OutputFile from "../output/OutputFile.ts"
import { inform } from "../output/Stdio.ts"
import * as TableFormat from "../output/TableFormat.ts"
import { accepted, refusal } from "../session/CoreFailure.ts"
import * as Session from "../session/Session.ts"
import { refused, usage } from "../words/CommandFailure.ts"
import type { Both } from "../words/Language.ts"
import * as WhatIfMessage from "../words/WhatIfMessage.ts"
import * as Answer from "./Answer.ts"
import * as Command from "./Command.ts"
import * as common from "./common.ts"
import * as Parameter from "./Parameter.ts"

const formats = ["text", "md", "html", "json"] as const

export const whatIf = Command.define({
  name: "what-if",
  alias: "wat-als",
  about: {
    en: "show M2, the margin and the norms with supposed changes; nothing is recorded",
    nl: "toon M2, de marge en de normen met veronderstelde wijzigingen; er wordt niets vastgelegd",
  },
  more: {
    en: [
      "A change is LINES EFFECT [YEARS] [REASON], in quotes. LINES are accounts that begin with some digits, 62 or 61,62@A10102,",
      "or one budget line, A10102/9090/6200000///U. EFFECT is +2%, -1000 or =25000. YEARS is 2028, 2028-2031 or 2028-.",
      "Each change starts from the estimates after the one before it. --save writes them as an adjustment, which import records.",
      "",
      'Example: grootboek what-if "62 +2% 2028-2031 index" "7450000@A10101 -500" --ledger w13.db --save what-if.csv',
    ].join("\n"),
    nl: [
      "Een wijziging is LIJNEN EFFECT [JAREN] [REDEN], tussen aanhalingstekens. LIJNEN zijn rekeningen die met bepaalde cijfers beginnen,",
      "62 of 61,62@A10102, of één budgetlijn, A10102/9090/6200000///U. EFFECT is +2%, -1000 of =25000. JAREN is 2028, 2028-2031 of 2028-.",
      "Elke wijziging vertrekt van de ramingen na de vorige. --save schrijft ze als aanpassing, die import vastlegt.",
      "",
      'Voorbeeld: grootboek wat-als "62 +2% 2028-2031 index" "7450000@A10101 -500" --ledger w13.db --save wat-als.csv',
    ].join("\n"),
  },
  args: {
    change: Parameter.requiredOnce(
      Parameter.repeated("change", {
        en: "the supposed changes, each in quotes",
        nl: "de veronderstelde wijzigingen, elk tussen aanhalingstekens",
      }),
    ),
  },
  options: {
    ledger: common.ledger,
    branch: common.branch,
    format: common.format(formats, {
      en: "text, md, html to print, or json (default: text)",
      nl: "text, md, html om af te drukken, of json (standaard: text)",
    }),
    out: common.out,
    save: Parameter.text("FILE", {
      en: "also write the changes as an adjustment (CSV)",
      nl: "schrijf de wijzigingen ook als aanpassing (CSV)",
    }),
  },
  run: Effect.fnUntraced(function* ({ args: { change: texts }, options, language }) {
    const parsed = texts.map((text) => ({ text, supposition: Supposition.parse(text) }))
    const unreadable = parsed.filter(({ supposition }) => supposition === undefined)
    if (unreadable.length > 0)
      return yield* Effect.fail(usage(...unreadable.map(({ text }) => WhatIfMessage.unreadable(text))))
    const { ledger } = yield* Session.open(options)
    const after = Ledger.position(ledger)
    const { plan } = yield* accepted(Ledger.requirePlan(ledger, after))
    const supposed = parsed.flatMap(({ supposition }) => (supposition === undefined ? [] : [supposition]))
    const made = WhatIf.of(ledger, supposed, { sha256, reasonOf: Supposition.format })
    if (Result.isFailure(made))
      return yield* Effect.fail(refused(...made.failure.flatMap((one) => linesOf(one, texts))))
    const sheet = yield* accepted(WhatIfSheet.of(made.success, after))
    const facts = { suppositions: supposed.map(Supposition.format), after, language, plan }
    const nameOf = (action: string) => plan.structure.goals.get(action)?.name
    const document = () => Json.whatIf(sheet, { ...facts, nameOf })
    const format = { ...Answer.formatOf({ ...options, csv: undefined }), language }
    const written = yield* TableFormat.sheet(WhatIfReport.of(sheet, facts), document, format)
    yield* Answer.write(written, options.out, language)
    if (options.save !== undefined) {
      yield* OutputFile.write(options.save, CsvTable.write(Export.adjustment(sheet)))
      yield* inform(language, WhatIfMessage.saved(options.save, options.ledger))
    }
  }),
})

/** Returns the message of a refusal, after the change that is refused; a refusal of what follows by rule has none. */
const linesOf = (
  { supposition, refusal: facts }: WhatIf.WhatIfRefusal,
  texts: ReadonlyArray<string>,
): ReadonlyArray<Both> =>
  refusal(facts).lines.map(({ en, nl }) => {
    const before = supposition === undefined ? "" : `"${texts[supposition] ?? ""}": `
    return { en: before + en, nl: before + nl }
  })
