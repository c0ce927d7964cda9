/** The package `@grootboek/report`. */
export * from "@grootboek/report"
