/** A name for every kind of event: the compiler finds one that has none. */
import type { BudgetEvent } from "@grootboek/core"

/** See the first line of this file. */
export type Kinds = Readonly<Record<BudgetEvent.Kind, string>>
