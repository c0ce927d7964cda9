/** The published JSON Schemas: a file for every document of the command line, and one for every kind of event. */
import { BudgetEvent } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { documents, print } from "../answer/Json.ts"
import { LogEntry } from "../answer/journal/LogDocument.ts"
import type { NamedText } from "../paint/NamedText.ts"

/** The version of every schema. Added fields keep it; a field that is removed or gets another meaning raises it. */
export const version = 1

export const files = (): ReadonlyArray<NamedText> => [
  ...Object.entries(documents).map(([name, schema]) =>
    file(name, `grootboek ${name.replace(/^lake-/, "lake ")}`, schema),
  ),
  file("entry", "Journal entry", LogEntry),
  ...BudgetEvent.kinds.map((kind) => file(`event-${kind}`, kind, BudgetEvent.BudgetEvent.cases[kind])),
]

/** Returns the schema of a file that people write: names that it does not list are errors. */
export const ofInput = (name: string, title: string, type: Schema.Constraint): NamedText =>
  schemaOf(name, title, Schema.toJsonSchemaDocument(type))

const draft = "https://json-schema.org/draft/2020-12/schema"

const file = (name: string, title: string, type: Schema.Constraint): NamedText => {
  const { schema, definitions } = Schema.toJsonSchemaDocument(type, { onExcessProperty: "ignore" })
  const described = type.ast.annotations?.description ?? title
  const description = `${described}. Later versions of Grootboek may add fields: consumers ignore unknown fields.`
  return schemaOf(name, title, { schema: { ...schema, description }, definitions })
}

const schemaOf = (
  name: string,
  title: string,
  { schema, definitions }: Pick<ReturnType<typeof Schema.toJsonSchemaDocument>, "schema" | "definitions">,
): NamedText => {
  const $id = `urn:grootboek:${name}:${version}`
  return {
    path: `${name}.json`,
    text: print({ $schema: draft, $id, version, title, ...schema, $defs: definitions }),
  }
}
