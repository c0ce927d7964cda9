/** Printable pages: statements as the official document prints them, and what changed between two moments. */
import type { Diff, Statement } from "@grootboek/core"
import * as Forms from "./Forms.ts"
import * as DifferencePart from "./html/DifferencePart.ts"
import * as Page from "./html/Page.ts"
import * as StatementPart from "./html/StatementPart.ts"
import type { Language } from "./Language.ts"
import type { Deciders } from "./text/DifferenceText.ts"
import { title } from "./text/StatementText.ts"
import * as Words from "./Words.ts"

/** Statements on one page, a form per printed page. The first says whose they are, and of which moment. */
export const statements = (filled: ReadonlyArray<Statement.Statement>, language: Language): string => {
  const words = Words.of(language)
  const [first] = filled
  const about = first === undefined ? [] : title(first, { language }).slice(1)
  return Page.format({
    language,
    title:
      filled.length === 1 && first !== undefined
        ? Forms.heading(first.form, language, first.title)
        : `${words.policyReport} ${first?.at.plan ?? ""}`,
    about: [...about, words.policy],
    parts: filled.map((one) => ({
      id: StatementPart.anchor(one),
      name: Forms.heading(one.form, language, one.title),
      isWide: StatementPart.isWide(one),
      body: StatementPart.of(one, language),
    })),
  })
}

/** One statement on a page of its own. */
export const statement = (filled: Statement.Statement, language: Language): string =>
  statements([filled], language)

/** A difference on a page: its causes, then a table per form. */
export const difference = (changed: Diff.Difference, language: Language, deciders?: Deciders): string => {
  const words = Words.of(language)
  const { from, to, cells } = changed
  const forms = [...new Set(cells.map(({ form }) => form))]
  return Page.format({
    language,
    title: `${words.changes} ${from.plan} → ${to.plan}`,
    about: [
      `${words.position} ${from.position} → ${to.position} · ${cells.length} ${words.cells}`,
      ...(cells.length === 0 ? [words.nothingChanged] : []),
    ],
    parts:
      cells.length === 0
        ? []
        : [
            {
              id: "causes",
              name: words.causes,
              isWide: false,
              body: DifferencePart.causes(changed, language, deciders),
            },
            ...forms.map((form) => ({
              id: form,
              name: Forms.heading(form, language),
              isWide: false,
              body: DifferencePart.form(
                form,
                cells.filter((cell) => cell.form === form),
                language,
              ),
            })),
          ],
  })
}
