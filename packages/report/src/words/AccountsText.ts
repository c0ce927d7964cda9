/** The words of a form of the annual accounts: the plan beside it, whether its year is closed, and which model it has. */
import type { Statement } from "@grootboek/core"
import type { Both, Language } from "./Language.ts"

/** Returns the heading of a column of the plan, such as `Meerjarenplan 2026/1`. */
export const beside = ({ name, at }: Statement.PlanColumn, language: Language): string => {
  const names: Readonly<Record<Statement.PlanColumn["name"], Both>> = {
    plan: { en: `Plan ${at.plan}`, nl: `Meerjarenplan ${at.plan}` },
    initial: { en: `Initial plan ${at.plan}`, nl: `Initieel plan ${at.plan}` },
  }
  return names[name][language]
}

/** Returns the sentences below the title: the state of the year, and that the rows are those of a form of the plan. */
export const about = (
  { form, edition, accounts }: Pick<Statement.Statement, "form" | "edition" | "accounts">,
  language: Language,
): ReadonlyArray<string> =>
  accounts === undefined
    ? []
    : [state(accounts)[language], model({ form, edition, rowsOf: accounts.rowsOf })[language]]

const state = ({ year, isClosed }: Statement.AccountsFacts): Both =>
  isClosed
    ? { en: `${year} is closed.`, nl: `${year} is afgesloten.` }
    : {
        en: `${year} is not closed: these are the realisations so far.`,
        nl: `${year} is niet afgesloten: dit zijn de realisaties tot nu toe.`,
      }

const model = ({
  form,
  edition,
  rowsOf,
}: Pick<Statement.Statement, "form" | "edition"> & Pick<Statement.AccountsFacts, "rowsOf">): Both => {
  const named = edition.replace("bbc-", "BBC ")
  return {
    en: `The official model of ${form} for ${named} was not found: its rows are those of ${rowsOf}.`,
    nl: `Het officiële model van ${form} voor ${named} werd niet gevonden: de rijen zijn die van ${rowsOf}.`,
  }
}
