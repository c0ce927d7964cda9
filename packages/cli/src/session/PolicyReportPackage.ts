/** The package that writes office documents. It is large, so it is loaded on use. */
import type * as Effect from "effect/Effect"
import type { CommandFailure } from "../words/CommandFailure.ts"
import type { Both } from "../words/Language.ts"
import * as OptionalPackage from "./OptionalPackage.ts"

export const name = "@grootboek/policy-report"

/** Returns the package. When it is not installed, fails with how to install it for the answer that needs it. */
export const load = (what: Both): Effect.Effect<typeof import("@grootboek/policy-report"), CommandFailure> =>
  OptionalPackage.load(what, name, () => import("@grootboek/policy-report"))
