/** Writes the published JSON Schemas to docs/schemas: a file for each document of the command line, kind of event and input file. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Mapping } from "@grootboek/csv"
import { JsonSchema } from "@grootboek/report"

const folder = fileURLToPath(new URL("../../../docs/schemas/", import.meta.url))
mkdirSync(folder, { recursive: true })
for (const name of readdirSync(folder)) if (name.endsWith(".json")) rmSync(join(folder, name))
const files = [
  ...JsonSchema.files(),
  JsonSchema.ofInput("mapping-file", "Mapping of a file", Mapping.Mapping),
]
for (const { path, text } of files) writeFileSync(join(folder, path), text)
console.log(`${files.length} schemas in docs/schemas`)
