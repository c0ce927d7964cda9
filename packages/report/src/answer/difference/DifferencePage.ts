/** Prints a difference on a page: its causes with who decided them, then a table per form. */
import type { Diff } from "@grootboek/core"
import * as Page from "../../paint/Page.ts"
import * as Table from "../../paint/Table.ts"
import * as Causes from "../../view/Causes.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as MomentName from "../../view/MomentName.ts"
import type { Language } from "../../words/Language.ts"
import * as Words from "../../words/Words.ts"
import * as DeclaredTable from "./DeclaredTable.ts"
import * as DifferencePart from "./DifferencePart.ts"

export const difference = (changed: Diff.Difference, language: Language): string => {
  const words = Words.of(language)
  const { from, to, cells } = changed
  const naming = Causes.naming(changed, language)
  const declared = DeclaredTable.of(changed, language)
  const forms = [...new Set(cells.map(({ form }) => form))]
  return Page.format({
    language,
    title: `${words.changes} ${MomentName.span(changed, language)}`,
    about: [
      `${words.position} ${from.position} → ${to.position} · ${Words.count(cells.length, "cell", language)}`,
      ...MomentName.note(changed, language),
      ...(cells.length + declared.rows.length === 0 ? [words.nothingChanged] : []),
    ],
    parts: [
      ...(declared.rows.length === 0 ? [] : [Table.part(declared, "declared")]),
      ...(cells.length === 0
        ? []
        : [
            {
              id: "causes",
              name: words.causes,
              isWide: false,
              body: DifferencePart.causes(changed, language),
            },
            ...forms.map((form) => ({
              id: form,
              name: FormTitle.heading(form, language),
              isWide: false,
              body: DifferencePart.form(
                form,
                cells.filter((cell) => cell.form === form),
                { language, naming },
              ),
            })),
          ]),
    ],
  })
}
