/** How every library package is built: one ESM file and its types, dependencies left to the installer. */
import { defineConfig } from "tsup"

export const library = defineConfig({
  entry: { index: "src/index.ts" },
  format: "esm",
  platform: "neutral",
  target: "es2022",
  tsconfig: "tsconfig.build.json",
  dts: true,
  clean: true,
  sourcemap: true,
  minify: false,
  silent: true,
  external: [/^node:/],
})
