/**
 * The rules of BBC 3.0 as data: accounts, policy fields, sectors and forms, so that nobody has to type them in.
 *
 * ```ts
 * accounts().length > 300 // => true
 * accounts().find(({ prefixes }) => prefixes.includes("612"))?.row // => "I.A.1"
 * policyFields().find(({ field }) => field === "0909")?.group // => "Zorg en opvang"
 * sectors().find(({ code }) => code === "OCMW")?.origin // => 5
 * ```
 *
 * @module @grootboek/core/bbc3
 */
export { accounts } from "./form/bbc3/AccountTable.ts"
export { type FormId, formIds, forms, titles } from "./form/bbc3/index.ts"
export { type PolicyField, policyFields } from "./form/bbc3/PolicyFields.ts"
export { isRowOf, type RowOf, rowOf, rowsOf } from "./form/bbc3/RowAddress.ts"
export { sectors } from "./form/bbc3/Sectors.ts"

/** The edition of the data. */
export const edition = "bbc-3.0"
