/** The head of a column of figures: its year, or the plan beside the year. */
import type * as FigureColumn from "../model/FigureColumn.ts"
import type { Say } from "./Bilingual.ts"
import { words } from "./Words.ts"

export const of = ({ year, plan }: Pick<FigureColumn.FigureColumn, "year" | "plan">, say: Say): string =>
  plan === undefined ? String(year) : say(words.accounts.beside[plan.name])(plan.at.plan)
