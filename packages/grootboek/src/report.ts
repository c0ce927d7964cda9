/**
 * The package `@grootboek/report`.
 *
 * @module grootboek/report
 */
export * from "@grootboek/report"
