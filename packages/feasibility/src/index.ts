/**
 * Decides and proves whether printed figures can all be right at once.
 *
 * @module @grootboek/feasibility
 */
export type * as Amount from "./Amount.ts"
export type * as Conflict from "./Conflict.ts"
export * as Feasibility from "./Feasibility.ts"
export * as Solver from "./Solver.ts"
export * as Words from "./Words.ts"
