/** The licences of the libraries in a bundle. */
import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"

/** Returns the name, version, licence and licence text of each package that has one of the files, sorted by name. */
export const of = (files: Iterable<string>): string => {
  const folders = new Set<string>()
  for (const file of files) {
    const [folder] = /^.*\bnode_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(resolve(file)) ?? []
    if (folder !== undefined) folders.add(folder)
  }
  return [...new Set([...folders].map(notice))].toSorted().join(`\n${"-".repeat(80)}\n\n`)
}

const notice = (folder: string): string => {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as Readonly<Record<string, string | undefined>>
  if (name === undefined || license === undefined) throw new Error(`${folder} states no licence`)
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), "utf8").trim())
  return [`${name} ${version} (${license})`, ...texts].join("\n\n").concat("\n")
}
