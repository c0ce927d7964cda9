/** The postings of a cell as a table that is saved. */
import { Address, BudgetLine, type Explain, type FormId, Money } from "@grootboek/core"
import type { TableContent } from "../part/TableContent.ts"
import type { Say } from "../words/Bilingual.ts"
import * as FormName from "../words/FormName.ts"
import { words } from "../words/Words.ts"

/** Returns the title: form, row and year. */
export const titleOf = (explanation: Explain.Explanation, form: FormId, say: Say): string =>
  `${FormName.of(form, say)} ${Address.format(explanation)} ${explanation.label} ${explanation.year}`

/** Returns the postings, and their sum. Amounts are exact. */
export const of = (explanation: Explain.Explanation, form: FormId, say: Say): TableContent => ({
  title: titleOf(explanation, form, say),
  head: [
    say(words.journal.number),
    say(words.save.line),
    say(words.explanation.year),
    say(words.save.amount),
    say(words.filter.kinds.reason),
    say(words.journal.source),
    "SHA-256",
  ],
  rows: [
    ...explanation.postings.map(({ entry, place, year, amount, reason, source }) => [
      String(entry),
      BudgetLine.format(place),
      String(year),
      { number: Money.format(amount) },
      reason?.text ?? "",
      source?.line === undefined ? (source?.name ?? "") : `${source.name}:${source.line}`,
      source?.sha256 ?? "",
    ]),
    [
      "",
      say(words.explanation.sum),
      String(explanation.year),
      { number: Money.format(explanation.exact) },
      "",
      "",
      "",
    ],
  ],
})
