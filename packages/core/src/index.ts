/**
 * The public modules of Grootboek's core, by folder. A folder imports only folders listed before it.
 *
 * Every module is a noun with bare verbs: `Money.add`, `Journal.open`, `Ledger.statement`.
 */

export * from "./value.ts"
export * from "./event.ts"
export * from "./codec.ts"
export * from "./journal.ts"
export * from "./fold.ts"
export * from "./form.ts"
export * from "./rule.ts"
export * from "./ledger.ts"
export * from "./answer.ts"
