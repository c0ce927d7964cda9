/** The norms that a local authority sets itself. */
import * as Schema from "effect/Schema"
import { Amount } from "../value/Amount.ts"
import { Account, Code, Text } from "../value/BudgetLine.ts"
import { Percent } from "../value/Quantity.ts"
import { Year } from "../value/Year.ts"

// The nodes of the objectives tree whose amounts a norm does not count.
const omitted = { without: Schema.optionalKey(Schema.Array(Code)) }

/** A pledge (verbintenis; in files engagement): a norm that a local authority sets itself, with its reference. */
export const Pledge = Schema.TaggedUnion({
  /** The self-financing margin (autofinancieringsmarge) of one year is positive or zero. */
  PositiveMargin: { code: Code, year: Year, reference: Text, ...omitted },
  /** The reserve covers the social liability (sociaal passief): a percentage of the yearly wage cost. */
  SocialLiability: {
    code: Code,
    percent: Percent,
    accounts: Schema.Array(Account),
    reference: Text,
    ...omitted,
  },
  /** The reserve never falls below a floor (minimumreserve). */
  MinimumReserve: { code: Code, floor: Amount, reference: Text, ...omitted },
  /** The second pension pillar (tweede pensioenpijler) is budgeted: a percentage of gross wages and a fixed cost a year. */
  SecondPillar: {
    code: Code,
    percent: Percent,
    fixed: Amount,
    /** The table and row of facts that hold the gross wages. */
    wages: Schema.Struct({ table: Code, row: Code }),
    accounts: Schema.Array(Account),
    reference: Text,
    ...omitted,
  },
  /**
   * Every action that is financed by subsidies is budget neutral (budgetneutraal), within a tolerance; or the named nodes are,
   * together. With `over: "plan"` the years are summed. `bound: "atLeast"` allows a surplus. An action of the named nodes is not
   * checked separately.
   */
  BudgetNeutrality: {
    code: Code,
    tolerance: Amount,
    reference: Text,
    goals: Schema.optionalKey(Schema.Array(Code)),
    over: Schema.optionalKey(Schema.Literals(["year", "plan"])),
    bound: Schema.optionalKey(Schema.Literals(["exact", "atLeast"])),
    ...omitted,
  },
}).annotate({ identifier: "Pledge" })

/** See {@link Pledge:var}. */
export type Pledge = typeof Pledge.Type
