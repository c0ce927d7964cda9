/** Every form by its name. A form is one data file, and one line here. */
import type { Form } from "../Form.ts"
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

export const forms = { M1, M2, M3, T1, T2, T3, goals, synthesis, J1, J2, J3 } as const satisfies Readonly<
  Record<string, Form>
>

/** The name of a form. */
export type FormId = keyof typeof forms

/** The names of all forms, in the order in which a plan prints them, then those of the accounts. */
export const formIds: ReadonlyArray<FormId> = [
  "M1",
  "M2",
  "M3",
  "T1",
  "T2",
  "T3",
  "goals",
  "synthesis",
  "J1",
  "J2",
  "J3",
]

/**
 * Forms that the law names and that are not built: the balance sheet (J4, balans) and the statement of income and
 * expenses (J5, staat van opbrengsten en kosten) of the accounts. Both stand in general accounting, not in the budget,
 * and the models of the edition of 2026 were not found.
 */
export const notBuilt = ["J4", "J5"] as const
