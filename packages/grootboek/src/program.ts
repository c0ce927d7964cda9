/** The command line, bundled into one file. */
export { died, main, run } from "@grootboek/cli"
