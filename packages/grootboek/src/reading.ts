/** The commands that only read, bundled into one file. */
export { main, names, run } from "@grootboek/cli/reading"
