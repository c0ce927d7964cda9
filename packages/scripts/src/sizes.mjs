/** Measures what a browser loads of core: programs bundled by Vite, compressed with Brotli. */
import { join } from "node:path"
import { brotliCompressSync, gzipSync } from "node:zlib"
import { build } from "vite"
import { announce } from "./command.mjs"

/** The programs, and their limit in kB of 1,000 bytes compressed with Brotli. */
const programs = {
  Money: {
    limitKb: 8,
    text: `import { Money } from "@grootboek/core"
      console.log(Money.format(Money.add(Money.from("0.1"), Money.from("0.2"))))`,
  },
  "replay, statements, explain and diff": {
    limitKb: 50,
    text: `import { Archive, Diff, Explain, Ledger } from "@grootboek/core"
      console.log(Archive.read, Ledger.append, Ledger.statement, Explain.cell, Diff.between)`,
  },
  "all of core": {
    limitKb: 90,
    text: `import * as core from "@grootboek/core"
      console.log({ ...core })`,
  },
}

/**
 * Bundles the programs in a project that has `@grootboek/core`. Fails when one is larger than its limit.
 *
 * @param {import("./emptyProject.mjs").EmptyProject} project
 */
export const checkSizes = async ({ folder, write }) => {
  announce("sizes: bundled by Vite, kB")
  const large = []
  for (const [name, { limitKb, text }] of Object.entries(programs)) {
    write("size.mjs", text)
    const built = await build({
      root: folder,
      configFile: false,
      logLevel: "silent",
      build: { write: false, rolldownOptions: { input: join(folder, "size.mjs") } },
    })
    const [output] = [built].flat()
    if (output === undefined || !("output" in output)) throw new Error("Vite wrote no bundle")
    const code = output.output.map((chunk) => ("code" in chunk ? chunk.code : "")).join("")
    const kb = (/** @type {Buffer} */ bytes) => bytes.length / 1000
    const size = kb(brotliCompressSync(code))
    console.log(
      `${name}: ${size.toFixed(1)} of at most ${limitKb} (gzip ${kb(gzipSync(code)).toFixed(1)}, minified ${kb(Buffer.from(code)).toFixed(1)})`,
    )
    if (size > limitKb) large.push(name)
  }
  if (large.length > 0) throw new Error(`larger than the limit: ${large.join(", ")}`)
}
