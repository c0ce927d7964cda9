/** A project in an empty folder outside the clone, with the tarballs installed, as somebody else has them. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { built } from "./build.mjs"
import { root } from "./command.mjs"
import { folder as tarballs } from "./pack.mjs"

/**
 * A project.
 *
 * @typedef {{
 *   readonly folder: string
 *   readonly write: (file: string, text: string) => void
 *   readonly must: (command: string, ...args: readonly string[]) => string
 * }} EmptyProject
 */

/** @param {string} name a folder of packages/ */
const manifestOf = (name) => JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"))

/**
 * Returns the folders of the packages that the package in a folder needs, with its own.
 *
 * @param {string} name
 * @returns {readonly string[]}
 */
const closure = (name) => [
  ...new Set([
    ...Object.keys(manifestOf(name).dependencies ?? {})
      .filter((dependency) => dependency.startsWith("@grootboek/"))
      .flatMap((dependency) => closure(dependency.replace("@grootboek/", ""))),
    name,
  ]),
]

/** Returns the folders of the published packages, each after those that it needs. */
export const publishedInOrder = () => [...new Set(built().flatMap(closure))]

/**
 * Returns the tarball of a package.
 *
 * @param {string} folder
 */
export const tarballOf = (folder) => {
  const { name, version } = manifestOf(folder)
  return join(tarballs, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`)
}

/**
 * Makes a project with `grootboek` and other packages, does something with it, and removes it.
 *
 * @template A
 * @param {readonly string[]} others packages of the registry, such as `vite@8.3.8`
 * @param {(project: EmptyProject) => A | Promise<A>} work
 * @returns {Promise<A>}
 */
export const inEmptyProject = async (others, work) => {
  const folder = mkdtempSync(join(tmpdir(), "grootboek-empty-"))
  const path = `${join(folder, "node_modules", ".bin")}${delimiter}${process.env.PATH}`
  /** @type {EmptyProject["must"]} */
  const must = (command, ...args) => {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PATH: path },
    })
    if (error) throw error
    if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${stdout}${stderr}`)
    return stdout
  }
  /** @type {EmptyProject["write"]} */
  const write = (file, text) => writeFileSync(join(folder, file), text)
  try {
    write("package.json", '{ "name": "empty", "version": "1.0.0", "private": true, "type": "module" }\n')
    const packages = closure("grootboek").map(tarballOf)
    must("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", ...packages, ...others)
    return await work({ folder, write, must })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
