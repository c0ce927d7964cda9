/**
 * Chooses the bundle that runs a command line. Commands that only read have a smaller one, which loads in half the time;
 * it leaves out servers, workbooks, files of routes (which may name a server), and the exporter of spans.
 */
const reading = new Set(["statement", "explain", "diff", "log", "verify", "follow-up", "overview"])

/** Returns the file of the bundle for the words after the name of the program. */
exports.of = (words) =>
  reading.has(words[commandAt(words)]) &&
  !words.some((word) => /:\/\/|xlsx|(?:^|=)routes:/i.test(word)) &&
  !Object.keys(process.env).some((name) => name.startsWith("OTEL_EXPORTER_OTLP_"))
    ? "reading.cjs"
    : "program.cjs"

exports.reading = [...reading]

// The language may come before the command.
const commandAt = ([first = ""]) => (first === "--lang" ? 2 : first.startsWith("--lang=") ? 1 : 0)
