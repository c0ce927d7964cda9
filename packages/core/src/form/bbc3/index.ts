/**
 * Every form by its id. A new form is one data file, its import here, and its name in `forms`.
 *
 * ```ts
 * formIds // => ["M1", "M2", "M3", "T1", "T2", "T3", "goals", "synthesis", "J1", "J2", "J3"]
 * titles("nl").M2 // => "Staat van het financieel evenwicht"
 * forms.M2.edition // => "bbc-3.0"
 * planForms // => ["M1", "M2", "M3", "T1", "T2", "T3", "goals", "synthesis"]
 * notBuilt // => ["J4", "J5"]
 * ```
 */
import { type Form, readsRealisations } from "../Form.ts"
import { goals } from "./goals.ts"
import { J1 } from "./J1.ts"
import { J2 } from "./J2.ts"
import { J3 } from "./J3.ts"
import { M1 } from "./M1.ts"
import { M2 } from "./M2.ts"
import { M3 } from "./M3.ts"
import { synthesis } from "./synthesis.ts"
import { T1 } from "./T1.ts"
import { T2 } from "./T2.ts"
import { T3 } from "./T3.ts"

/** The forms, in the order of a printed plan, then those of the accounts. */
export const forms = { M1, M2, M3, T1, T2, T3, goals, synthesis, J1, J2, J3 } as const satisfies Readonly<
  Record<string, Form>
>

/** The id of a form. */
export type FormId = keyof typeof forms

/** The ids of all forms, in that order. */
export const formIds = Object.keys(forms) as ReadonlyArray<FormId>

/** The forms of the plan: those that count no realisations. */
export const planForms: ReadonlyArray<FormId> = formIds.filter((id) => !readsRealisations(forms[id]))

/** The titles of all forms in a language; the Dutch title where a form has no English one. */
export const titles = (language: "nl" | "en"): Readonly<Record<FormId, string>> =>
  Object.fromEntries(
    Object.entries<Form>(forms).map(([id, { title, titleInEnglish = title }]) => [
      id,
      language === "nl" ? title : titleInEnglish,
    ]),
  ) as Record<FormId, string>

/**
 * Statutory forms that are not built: the balance sheet (J4, balans) and the statement of income and expenses (J5,
 * staat van opbrengsten en kosten) of the accounts. Both belong to general accounting, and the models of the 2026
 * edition were not found.
 */
export const notBuilt = ["J4", "J5"] as const
