/** The property-test kit of Grootboek: arbitraries, laws as values, a reference to hold core against, one suite for every journal store. */
// What to draw: samples that shrink to something an accountant can read.
export * as Amounts from "./arbitrary/Amounts.ts"
export * as Boards from "./arbitrary/Boards.ts"
export * as Lines from "./arbitrary/Lines.ts"
export * as Steps from "./arbitrary/Steps.ts"
export * as Stories from "./arbitrary/Stories.ts"
export * as Damages from "./arbitrary/Damages.ts"
export * as Faults from "./arbitrary/Faults.ts"
export * as PublishedTables from "./arbitrary/PublishedTables.ts"
export * as CsvFiles from "./arbitrary/CsvFiles.ts"
// What must hold, and who tries it.
export * as Law from "./law/Law.ts"
export { budgetNeutral } from "./law/BudgetNeutral.ts"
export { sets } from "./law/sets.ts"
export { rules } from "./rules/rules.ts"
export { storyLaw } from "./law/StoryLaw.ts"
export * as Laws from "./Laws.ts"
export * as Table from "./Table.ts"
// The reference: the same answers by another road.
export * as Moves from "./naive/Moves.ts"
export * as Sums from "./naive/Sums.ts"
export * as Figures from "./naive/Figures.ts"
// Laws of stores, and a model of store and ledger together.
export * as Model from "./model/Model.ts"
export * as StoreSuite from "./store/StoreSuite.ts"
