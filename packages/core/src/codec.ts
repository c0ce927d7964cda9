/** Events to canonical bytes and back. */

export * as Canonical from "./codec/Canonical.ts"
export * as EstimateWriter from "./codec/EstimateWriter.ts"
export * as History from "./codec/History.ts"
export * as PreparedEvent from "./codec/PreparedEvent.ts"
