/** The package `@grootboek/csv`. */
export * from "@grootboek/csv"
