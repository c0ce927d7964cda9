/** Prints statements on one page, a form per printed sheet, as the official document prints them. */
import type { Statement } from "@grootboek/core"
import * as Page from "../../paint/Page.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import type { Language } from "../../words/Language.ts"
import * as Words from "../../words/Words.ts"
import * as StatementPart from "./StatementPart.ts"

/** Returns a page of statements. The first statement names the local authority and the moment. */
export const statements = (filled: ReadonlyArray<Statement.Statement>, language: Language): string => {
  const words = Words.of(language)
  const [first] = filled
  return Page.format({
    language,
    title:
      filled.length === 1 && first !== undefined
        ? FormTitle.heading(first.form, language, first.title)
        : `${words.statements} ${first?.at.plan ?? ""}`,
    about: [...(first === undefined ? [] : [FormTitle.about(first, language)]), words.policy],
    parts: filled.map((one) => ({
      id: StatementPart.anchor(one),
      name: FormTitle.heading(one.form, language, one.title),
      isWide: StatementPart.isWide(one),
      body: StatementPart.of(one, language),
    })),
  })
}

export const statement = (filled: Statement.Statement, language: Language): string =>
  statements([filled], language)
