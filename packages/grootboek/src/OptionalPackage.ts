/** Packages that are installed on request and loaded on use. */
import type { Language } from "@grootboek/report"
import * as Effect from "effect/Effect"
import { GrootboekError } from "./GrootboekError.ts"

/** The name of an optional package, and the language of the error. */
export interface NamedPackage {
  readonly name: `@grootboek/${string}`
  readonly language: Language
}

/** Loads a package. One that is not installed fails with code `Missing`, its name, and the command that installs it. */
export const load = <Module>(
  { name, language }: NamedPackage,
  module: () => Promise<Module>,
): Effect.Effect<Module, GrootboekError> =>
  Effect.tryPromise({
    try: module,
    catch: (cause) =>
      new GrootboekError(
        { kind: "missing", what: name, install: `npm install ${name}` },
        { language, cause },
      ),
  })
