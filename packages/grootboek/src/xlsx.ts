/** The package `@grootboek/xlsx`. */
export * from "@grootboek/xlsx"
