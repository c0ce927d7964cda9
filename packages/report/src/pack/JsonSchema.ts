/** The published JSON Schemas: a file for every document of the command line, and one for every kind of event. */
import { BudgetEvent } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { documents, print } from "../answer/Json.ts"
import * as LogDocument from "../answer/journal/LogDocument.ts"
import type { NamedText } from "../paint/NamedText.ts"

/** Every schema as a file. */
export const files = (): ReadonlyArray<NamedText> => [
  ...Object.entries(documents).map(([name, schema]) => file(name, `grootboek ${name}`, schema)),
  file("entry", "Journal entry", LogDocument.Entry),
  ...BudgetEvent.kinds.map((kind) => file(`event-${kind}`, kind, BudgetEvent.BudgetEvent.cases[kind])),
]

const file = (name: string, title: string, type: Schema.Constraint): NamedText => {
  const { schema, definitions } = Schema.toJsonSchemaDocument(type, { onExcessProperty: "error" })
  return {
    path: `${name}.json`,
    text: print({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title,
      ...schema,
      $defs: definitions,
    }),
  }
}
