// Compiles an ink story: source on standard input, JSON on standard output.
import { Compiler } from "inkjs/full";
import { readFileSync, writeFileSync } from "node:fs";

const compiler = new Compiler(readFileSync(0, "utf8"));
let story;
try {
  story = compiler.Compile();
} catch {
  process.stderr.write(`${compiler.errors.join("\n")}\n`);
  process.exit(1);
}
writeFileSync(1, story.ToJson());
