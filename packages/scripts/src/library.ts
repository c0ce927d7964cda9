/** The build of a library package: one ESM file without its dependencies. The compiler adds the types. */
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
