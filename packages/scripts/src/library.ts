/** How every library package is built: one ESM file, dependencies left to the installer. The compiler adds the types. */
import { defineConfig } from "tsup"

export const library = defineConfig({
  entry: { index: "src/index.ts" },
  format: "esm",
  platform: "neutral",
  target: "es2022",
  tsconfig: "tsconfig.build.json",
  clean: true,
  sourcemap: true,
  minify: false,
  silent: true,
  external: [/^node:/],
})
