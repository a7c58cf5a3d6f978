import { runShop } from "./run-shop";

process.exitCode = await runShop(process.argv.slice(2), {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
});
