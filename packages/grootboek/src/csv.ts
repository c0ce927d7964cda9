/**
 * The package `@grootboek/csv`.
 *
 * @module grootboek/csv
 */
export * from "@grootboek/csv"
