/** The property-test kit of Grootboek: arbitraries, laws as values, one suite for every journal store. */
export * as StoreSuite from "./store/StoreSuite.ts"
