/** The norms that a local authority sets itself. */
import * as Schema from "effect/Schema"
import { Amount } from "../value/Amount.ts"
import { Account, Code, Text } from "../value/BudgetLine.ts"
import { Percent } from "../value/Quantity.ts"
import { Year } from "../value/Year.ts"

// The nodes that a norm is read without.
const reach = { without: Schema.optionalKey(Schema.Array(Code)) }

/** A pledge (verbintenis; in files engagement): a norm that a local authority sets itself, with its reference. */
export const Pledge = Schema.TaggedUnion({
  /** The self-financing margin (autofinancieringsmarge) of one year is positive or zero. */
  PositiveMargin: { code: Code, year: Year, reference: Text, ...reach },
  /** The reserve covers the social liability (sociaal passief): a percentage of the yearly wage cost. */
  SocialLiability: {
    code: Code,
    percent: Percent,
    accounts: Schema.Array(Account),
    reference: Text,
    ...reach,
  },
  /** The reserve never falls below a floor (minimumreserve). */
  MinimumReserve: { code: Code, floor: Amount, reference: Text, ...reach },
  /** The second pension pillar (tweede pensioenpijler) is budgeted: a percentage of gross wages and a fixed cost a year. */
  SecondPillar: {
    code: Code,
    percent: Percent,
    fixed: Amount,
    /** The table and row of facts that hold the gross wages. */
    wages: Schema.Struct({ table: Code, row: Code }),
    accounts: Schema.Array(Account),
    reference: Text,
    ...reach,
  },
  /**
   * Every action that is financed by subsidies is budget neutral (budgetneutraal), within a tolerance; or the named nodes are,
   * together. `over` a plan, the years count together. `atLeast` allows a surplus. An action of named nodes is not checked alone.
   */
  BudgetNeutrality: {
    code: Code,
    tolerance: Amount,
    reference: Text,
    goals: Schema.optionalKey(Schema.Array(Code)),
    over: Schema.optionalKey(Schema.Literals(["year", "plan"])),
    bound: Schema.optionalKey(Schema.Literals(["exact", "atLeast"])),
    ...reach,
  },
}).annotate({ identifier: "Pledge" })

/** See {@link Pledge:var}. */
export type Pledge = typeof Pledge.Type
