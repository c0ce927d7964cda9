/**
 * The property-test kit of Grootboek: generators, laws as values, a reference model, and one suite for journal stores.
 *
 * @module @grootboek/laws
 */
// Generators; samples shrink to something an accountant can read.
export * as Amounts from "./draw/Amounts.ts"
export * as Authorities from "./draw/Authorities.ts"
export * as Lines from "./draw/Lines.ts"
export * as Steps from "./draw/Steps.ts"
export * as Scenarios from "./draw/Scenarios.ts"
export * as Damages from "./draw/Damages.ts"
export * as Faults from "./draw/Faults.ts"
export * as PublishedTables from "./draw/PublishedTables.ts"
export * as CsvFiles from "./draw/CsvFiles.ts"
// Laws, and how to try them.
export * as Law from "./kit/Law.ts"
export { budgetNeutral, type JournalLaw, type Neutral } from "./law/BudgetNeutral.ts"
export {
  type RuleCase,
  type JournalStep,
  type RuleLawDefinition,
  type RuleOutcome,
  ruleApplied,
} from "./law/RuleApplied.ts"
export { rules, sets } from "./law/sets.ts"
export * as WholeList from "./law/WholeList.ts"
export * as RuleLaw from "./law/RuleLaw.ts"
export { scenarioLaw } from "./law/ScenarioLaw.ts"
export * as Laws from "./kit/Laws.ts"
export * as TextTable from "./kit/TextTable.ts"
// The reference model: an independent calculation of the same answers.
export * as Moves from "./reference/Moves.ts"
export * as PostedSums from "./reference/PostedSums.ts"
export * as Sums from "./reference/Sums.ts"
export * as Figures from "./reference/Figures.ts"
// Laws of stores, histories of appends beside the store in memory, and a state machine test of store and ledger.
export * as Histories from "./store/Histories.ts"
export * as Model from "./store/Model.ts"
export * as StoreSuite from "./store/StoreSuite.ts"
export * as UnreliableStore from "./store/UnreliableStore.ts"
