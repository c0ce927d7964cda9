/** The statutory forms as data, and how they select places. */

export * as Address from "./form/Address.ts"
export { type FormId, formIds, forms, notBuilt, planForms, titles } from "./form/bbc3/index.ts"
export { isRowOf, type RowOf, rowOf, rowsOf } from "./form/bbc3/RowAddress.ts"
export { earlier as earlierForms } from "./form/bbc2020/index.ts"
export * as Dimension from "./form/Dimension.ts"
export * as Form from "./form/Form.ts"
export * as Incidence from "./form/Incidence.ts"
export * as Layout from "./form/Layout.ts"
export * as LinearForm from "./form/LinearForm.ts"
export * as Selector from "./form/Selector.ts"
