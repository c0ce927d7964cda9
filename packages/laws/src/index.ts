/** The property-test kit of Grootboek: arbitraries, laws as values, a reference to hold core against, one suite for every journal store. */
// What to draw: samples that shrink to something an accountant can read.
export * as Amounts from "./draw/Amounts.ts"
export * as Authorities from "./draw/Authorities.ts"
export * as Lines from "./draw/Lines.ts"
export * as Steps from "./draw/Steps.ts"
export * as Scenarios from "./draw/Scenarios.ts"
export * as Damages from "./draw/Damages.ts"
export * as Faults from "./draw/Faults.ts"
export * as PublishedTables from "./draw/PublishedTables.ts"
export * as CsvFiles from "./draw/CsvFiles.ts"
// What must hold, and who tries it.
export * as Law from "./kit/Law.ts"
export { budgetNeutral } from "./law/BudgetNeutral.ts"
export { sets } from "./law/sets.ts"
export { rules } from "./law/ruleSets.ts"
export { scenarioLaw } from "./law/ScenarioLaw.ts"
export * as Laws from "./kit/Laws.ts"
export * as Table from "./kit/TextTable.ts"
// The reference: the same answers by another road.
export * as Moves from "./reference/Moves.ts"
export * as Sums from "./reference/Sums.ts"
export * as Figures from "./reference/Figures.ts"
// Laws of stores, and a model of store and ledger together.
export * as Model from "./store/Model.ts"
export * as StoreSuite from "./store/StoreSuite.ts"
