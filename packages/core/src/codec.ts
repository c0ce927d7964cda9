/** Events to canonical bytes and back. */

export * as Canonical from "./codec/Canonical.ts"
export * as History from "./codec/History.ts"
