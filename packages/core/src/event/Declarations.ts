/** What a plan declares: the objectives tree, policy items, sectors, the account table, and the register. */
import * as Schema from "effect/Schema"
import { Account, Code, Direction } from "../value/BudgetLine.ts"
import { expects } from "../value/Problem.ts"
import { Section } from "../value/Section.ts"
import { fields } from "./RegisterLists.ts"

/** The levels of the tree, top first: strategische doelstelling, beleidsdoelstelling, actieplan, actie. */
export const GoalLevel = Schema.Literals([
  "strategicObjective",
  "policyObjective",
  "actionPlan",
  "action",
]).annotate({
  identifier: "GoalLevel",
})

/** See {@link GoalLevel:var}. */
export type GoalLevel = typeof GoalLevel.Type

/** A node of the objectives tree (doelstellingenboom). */
export const Goal = Schema.Struct({
  code: Code,
  level: GoalLevel,
  parent: Schema.optionalKey(Code),
  name: Code,
  /** Priority (prioritair beleid). */
  priority: Schema.Boolean,
  /** The financing (financiering) as the local authority states it. */
  financing: Schema.optionalKey(Schema.String),
}).annotate({ identifier: "Goal" })

/** See {@link Goal:var}. */
export type Goal = typeof Goal.Type

/** A policy item (beleidsitem) with its field (beleidsveld) and domain (beleidsdomein). */
export const PolicyItem = Schema.Struct({
  code: Code,
  name: Code,
  field: Code,
  fieldName: Code,
  domain: Code,
}).annotate({
  identifier: "PolicyItem",
})

/** See {@link PolicyItem:var}. */
export type PolicyItem = typeof PolicyItem.Type

const DashRow = Schema.optionalKey(
  Schema.Int.check(
    Schema.isBetween({ minimum: 1, maximum: 99 }, expects("dashRow", "a value between 1 and 99")),
  ),
)

/** A counterparty sector (economische sectorcode) and the T2 dash row that counts it, per purpose. */
export const Sector = Schema.Struct({
  code: Code,
  counterparty: Code,
  /** Origin of subsidies received (herkomst). */
  origin: DashRow,
  /** Operating subsidies granted (werkingssubsidie). */
  operatingGrant: DashRow,
  /** Investment subsidies granted (investeringssubsidie). */
  investmentGrant: DashRow,
  /** Loans granted (lening). */
  loan: DashRow,
  /** Interest paid (rente). */
  interest: DashRow,
}).annotate({ identifier: "Sector" })

/** See {@link Sector:var}. */
export type Sector = typeof Sector.Type

/** One line of the account table (MAR → T2): the T2 row of the accounts of a direction. */
export const AccountRule = Schema.Struct({
  section: Section,
  direction: Direction,
  /** The T2 row, without a closing dot; left out for results (090, 093). */
  row: Schema.optionalKey(Code),
  title: Schema.optionalKey(Code),
  prefixes: Schema.Array(Account),
  description: Schema.optionalKey(Schema.String),
}).annotate({ identifier: "AccountRule" })

/** See {@link AccountRule:var}. */
export type AccountRule = typeof AccountRule.Type

/** Declarations in the JSON form of an event; each list may be left out. */
export const Declarations = Schema.Struct({
  goals: Schema.optionalKey(Schema.Array(Goal)),
  policyItems: Schema.optionalKey(Schema.Array(PolicyItem)),
  sectors: Schema.optionalKey(Schema.Array(Sector)),
  accounts: Schema.optionalKey(Schema.Array(AccountRule)),
  ...fields,
}).annotate({ identifier: "Declarations" })

/** See {@link Declarations:var}. */
export type Declarations = typeof Declarations.Type
