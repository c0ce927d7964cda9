/**
 * The package `@grootboek/xlsx`.
 *
 * @module grootboek/xlsx
 */
export * from "@grootboek/xlsx"
