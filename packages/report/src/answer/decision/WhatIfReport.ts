/** Supposed changes as sentences and tables: M2, the changes, what follows by rule, and the norms, beside those of the plan. */
import type { WhatIfSheet } from "@grootboek/core/answer"
import type { TableReport } from "../../paint/Table.ts"
import * as WhatIfText from "../../words/WhatIfText.ts"
import * as DecisionReport from "./DecisionReport.ts"

/** What supposed changes are printed with: their texts, and the end of the journal that they follow. */
export interface WhatIfFacts extends DecisionReport.DecisionOptions {
  readonly suppositions: ReadonlyArray<string>
  readonly after: number
}

/** Returns supposed changes as sentences and tables. */
export const of = ({ file, rows }: WhatIfSheet.WhatIfSheet, options: WhatIfFacts): TableReport => {
  const { language, suppositions, after } = options
  const texts = WhatIfText.of(language)
  return {
    title: `${texts.title} – ${file.entity}`,
    sentences: [
      texts.band,
      ...suppositions.map((text, index) => `${index + 1}. ${text}`),
      WhatIfText.compared({ plan: file.before ?? "", after }, language),
    ],
    tables: [
      { ...DecisionReport.effects({ years: file.years, effects: rows }, language), title: texts.effect },
      ...DecisionReport.changes(file, options),
      DecisionReport.norms(file, language),
    ],
  }
}
