/** Checks what each tarball holds and what its manifest says. */
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, posix } from "node:path"
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core"
import { publint } from "publint"
import { formatMessage } from "publint/utils"
import { announce, root } from "./command.mjs"
import { folder } from "./pack.mjs"

/** What a tarball may hold: text that people can read. Compiled code of an engine would run in place of the sources. */
const readable = /(^|\/)(LICENSE|README\.md)$|\.(js|cjs|ts|tsx|css|json|map|md|txt)$/

/**
 * A tarball that is unpacked: its files by path, and its manifest.
 *
 * @typedef {{
 *   readonly tarball: string
 *   readonly files: ReadonlyMap<string, string>
 *   readonly manifest: Record<string, any>
 * }} Unpacked
 */

/**
 * Returns the files of a tarball. Bytes that are not UTF-8 become U+FFFD.
 *
 * @param {string} tarball
 * @returns {Unpacked}
 */
const unpack = (tarball) => {
  const place = mkdtempSync(join(tmpdir(), "grootboek-tarball-"))
  try {
    const { status, stderr } = spawnSync("tar", ["-xzf", tarball, "-C", place], { encoding: "utf8" })
    if (status !== 0) throw new Error(`tar: ${stderr}`)
    const top = join(place, "package")
    const files = new Map(
      readdirSync(top, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const path = join(entry.parentPath, entry.name)
          return [path.slice(top.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]
        }),
    )
    return { tarball, files, manifest: JSON.parse(files.get("package.json") ?? "{}") }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/**
 * Returns what is wrong with the files of a tarball.
 *
 * @param {Unpacked} unpacked
 * @returns {readonly string[]}
 */
const faultsOfFiles = ({ files, manifest }) => {
  const faults = []
  for (const [file, text] of files) {
    if (!readable.test(file) || /[\0\uFFFD]/.test(text)) faults.push(`${file} is not text`)
    if (!file.endsWith(".map")) continue
    /** @type {{ readonly sources: readonly string[] }} */
    const { sources } = JSON.parse(text)
    const [first = ""] = sources
    // A bundle has sources in other packages; its own sources are in the tarball.
    if (sources.length === 1 && !files.has(posix.join(posix.dirname(file), first)))
      faults.push(`${file} names ${first}, which is not in the tarball`)
  }
  const declarations = [...files.keys()].filter((file) => file.endsWith(".d.ts") && file.startsWith("dist/"))
  if (declarations.length === 0) faults.push("there are no declarations")
  faults.push(...declarations.filter((file) => !files.has(`${file}.map`)).map((file) => `${file} has no map`))
  for (const file of ["LICENSE", "README.md"]) if (!files.has(file)) faults.push(`${file} is missing`)
  const name = posix.basename(manifest.name)
  const isBundled = existsSync(join(root, "packages", name, "tsup.config.ts"))
  const notices = files.get("dist/THIRD-PARTY-NOTICES.txt") ?? ""
  if (isBundled && !/^effect \S+ \(MIT\)$/m.test(notices))
    faults.push("it holds a bundle without the licences of the libraries in it")
  return faults
}

/**
 * Returns what is wrong with the manifest of a tarball.
 *
 * @param {Unpacked} unpacked
 * @returns {readonly string[]}
 */
const faultsOfManifest = ({ files, manifest }) => {
  const faults = []
  for (const field of ["description", "license", "homepage", "repository", "keywords", "engines", "exports"])
    if (manifest[field] === undefined) faults.push(`package.json has no ${field}`)
  for (const field of ["scripts", "devDependencies"])
    if (manifest[field] !== undefined) faults.push(`package.json has ${field}, which are of no use to others`)
  if (/workspace:|catalog:|@grootboek\/source/.test(JSON.stringify(manifest)))
    faults.push("package.json names this workspace")
  const name = posix.basename(manifest.name)
  if (manifest.repository?.directory !== `packages/${name}`)
    faults.push(`package.json names the folder ${manifest.repository?.directory}`)
  const code = [...files]
    .filter(
      ([file]) => /^(dist|bin)\/.*\.(c?js|d\.ts)$/.test(file) && !/\/(program|reading)\.cjs$/.test(file),
    )
    .map(([, text]) => text)
    .join("\n")
  for (const dependency of Object.keys(manifest.dependencies ?? {}))
    if (
      !code.includes(`"${dependency}"`) &&
      !code.includes(`"${dependency}/`) &&
      !isLoadedByProgram(files, dependency)
    )
      faults.push(`package.json depends on ${dependency}, which no module imports`)
  return faults
}

/**
 * Returns whether the bundled program loads a package, which is then not in the bundle.
 *
 * @param {ReadonlyMap<string, string>} files
 * @param {string} dependency
 */
const isLoadedByProgram = (files, dependency) =>
  (files.get("dist/program.cjs") ?? "").includes(`require("${dependency}")`)

/**
 * Returns what publint and "Are the types wrong?" report. The packages are ESM only, and Node 20.19 can require them.
 *
 * @param {string} tarball
 */
const faultsOfExports = async (tarball) => {
  const bytes = readFileSync(tarball)
  const { messages, pkg } = await publint({
    strict: true,
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
  })
  const types = await checkPackage(createPackageFromTarballData(bytes))
  const problems = types.types === false ? [{ kind: "there are no types" }] : types.problems
  return [
    ...messages.map((message) => `publint: ${formatMessage(message, pkg)}`),
    ...problems
      .filter((problem) => problem.kind !== "CJSResolvesToESM")
      .filter((problem) => !("resolutionKind" in problem) || problem.resolutionKind !== "node10")
      .map((problem) => `types: ${JSON.stringify(problem)}`),
  ]
}

export const checkTarballs = async () => {
  let faults = 0
  for (const file of readdirSync(folder).filter((file) => file.endsWith(".tgz"))) {
    announce(`${file} as published`)
    const unpacked = unpack(join(folder, file))
    const found = [
      ...faultsOfFiles(unpacked),
      ...faultsOfManifest(unpacked),
      ...(await faultsOfExports(unpacked.tarball)),
    ]
    console.log(found.length === 0 ? `${unpacked.files.size} files, no faults` : found.join("\n"))
    faults += found.length
  }
  if (faults > 0) throw new Error(`${faults} faults in the tarballs`)
}
