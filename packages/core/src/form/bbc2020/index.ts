/**
 * The forms of BBC 2020 that differ from those of BBC 3.0. They are only used to check published tables.
 *
 * ```ts
 * earlierForms.M1?.edition // => "bbc-2020"
 * ```
 */
import type { FormId } from "../bbc3/index.ts"
import type { GroupedForm } from "../Form.ts"
import { M1 } from "./M1.ts"
import { T1 } from "./T1.ts"

/** The form of BBC 2020 by its id. */
export const earlier: Readonly<Partial<Record<FormId, GroupedForm>>> = { M1, T1 }
